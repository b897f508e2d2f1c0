package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.features.Augmentation;
import digits.features.WarpedDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A digit is the same whenever and however it is read. */
class DigitSourceTest {

  private static final DigitSet SET = Mnist.load().train().head(50);

  @TempDir private Path folder;

  private DigitSource onDisk(DigitSet set) throws IOException {
    byte[] pixels = new byte[set.size() * Digit.PIXELS];
    byte[] labels = new byte[set.size()];
    for (int i = 0; i < labels.length; i++) {
      System.arraycopy(set.get(i).pixels(), 0, pixels, i * Digit.PIXELS, Digit.PIXELS);
      labels[i] = (byte) set.label(i);
    }
    Path images = folder.resolve("images" + set.size());
    Files.write(images, IdxFile.bytes(pixels, labels.length, 28, 28));
    Files.write(folder.resolve("labels"), IdxFile.bytes(labels, labels.length));
    return IdxSource.of(images, folder.resolve("labels"));
  }

  private static void same(DigitSource source, DigitSet expected) {
    assertThat(source.count()).isEqualTo(expected.size());
    assertThat(source.classes()).isEqualTo(expected.classes());
    assertThat(source.read(0, expected.size()).checksum()).isEqualTo(expected.checksum());
    for (int first = 0; first < expected.size(); first += 7) {
      int count = Math.min(9, expected.size() - first);
      assertThat(source.read(first, count).checksum())
          .isEqualTo(expected.read(first, count).checksum());
    }
    assertThat(source.sample(20, 5).checksum()).isEqualTo(source.sample(20, 5).checksum());
    assertThat(source.sample(expected.size(), 1)).hasSize(expected.size());
  }

  @Test
  void filesAreReadWhereTheyLie() throws IOException {
    same(onDisk(SET), SET);
    assertThat(onDisk(SET).checksum()).isNotEqualTo(onDisk(SET.head(49)).checksum());
  }

  @Test
  void sourcesAreJoinedWithoutASeam() throws IOException {
    DigitSource three = new JoinedSource("three", List.of(onDisk(SET), SET.head(3), SET));
    same(three, SET.and(SET.head(3)).and(SET));
  }

  @Test
  void warpedDigitsGoOnAndOn() {
    WarpedDigits warped = new WarpedDigits(SET, 180, new Augmentation(1), 1);
    same(warped, warped.read(0, 180));
    assertThat(warped.read(0, 50).checksum()).isEqualTo(SET.checksum());
    assertThat(warped.read(50, 50).checksum()).isNotEqualTo(SET.checksum());
    assertThat(warped.read(53, 1).label(0)).isEqualTo(SET.label(3));
    assertThat(warped.read(50, 50).checksum()).isNotEqualTo(warped.read(100, 50).checksum());
    assertThat(new WarpedDigits(SET, 180, new Augmentation(1), 2).checksum())
        .isNotEqualTo(warped.checksum());
  }

  @Test
  void filesThatDoNotFitTogetherAreRefused() throws IOException {
    onDisk(SET);
    Path labels = folder.resolve("labels");
    byte[] sound = Files.readAllBytes(labels);
    Path images = folder.resolve("images50");
    Files.write(labels, IdxFile.bytes(new byte[49], 49));
    refused(images, labels, "50 images, but 49 labels");
    refused(labels, images, "wrong number of dimensions: actual 1, expected 3");
    byte[] twelve = sound.clone();
    twelve[20] = 12;
    Files.write(labels, twelve);
    refused(images, labels, "a label is 0 to 9, not 12");
    Files.write(labels, new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0});
    refused(images, labels, "compressed: unpack it (gunzip)");
    Files.write(labels, java.util.Arrays.copyOf(sound, 30));
    refused(images, labels, "wrong length: actual 30, expected 58");
    Files.write(labels, new byte[3]);
    refused(images, labels, "wrong length");
    refused(images, folder.resolve("none"), "cannot read");
  }

  private static void refused(Path images, Path labels, String why) {
    assertThatThrownBy(() -> IdxSource.of(images, labels))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(why);
  }
}
