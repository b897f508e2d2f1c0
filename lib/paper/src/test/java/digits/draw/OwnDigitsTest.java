package digits.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.IdxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OwnDigitsTest {

  private static final Digit SEVEN = Drawing.of(20, "80,60 200,60 130,220").toDigit();
  private static final Digit ONE = Drawing.of(20, "100,20 100,220").toDigit();

  @TempDir Path folder;

  @Test
  void digitsAreAppendedAndReadAsAnyIdxPair() throws IOException {
    OwnDigits own = OwnDigits.in(folder.resolve("new"));
    assertThat(own.digits()).isEmpty();
    own.add(SEVEN, 7);
    OwnDigits.in(folder.resolve("new")).add(ONE, 1);
    Path images = folder.resolve("new/own-images-idx3-ubyte");
    Path labels = folder.resolve("new/own-labels-idx1-ubyte");
    DigitSet read = IdxFile.digits("pair", IdxFile.images(images), IdxFile.labels(labels));
    assertThat(read).map(Digit::label).containsExactly(7, 1);
    assertThat(read.get(0).pixels()).isEqualTo(SEVEN.pixels());
    assertThat(read.get(1).pixels()).isEqualTo(ONE.pixels());
    assertThat(own.digits()).map(Digit::index).containsExactly(0, 1);
    assertThat(images.getParent().toFile().list())
        .containsExactlyInAnyOrder(".lock", "own-images-idx3-ubyte", "own-labels-idx1-ubyte");
  }

  @Test
  void theLastOneCanBeTakenBack() {
    OwnDigits own = OwnDigits.in(folder);
    assertThat(own.removeLast()).isEmpty();
    own.add(SEVEN, 7);
    own.add(ONE, 7);
    assertThat(own.removeLast()).map(Digit::label).containsExactly(7);
    assertThat(own.removeLast()).isEmpty();
    assertThat(own.add(ONE, 1)).map(Digit::label).containsExactly(1);
  }

  @Test
  void threadsThatAddAtOnceLoseNothing() {
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> OwnDigits.in(folder).add(i % 2 == 0 ? SEVEN : ONE, i % 2 == 0 ? 7 : 1));
    DigitSet all = OwnDigits.in(folder).digits();
    assertThat(all).hasSize(40);
    assertThat(all)
        .allSatisfy(
            digit ->
                assertThat(digit.pixels()).isEqualTo((digit.label() == 7 ? SEVEN : ONE).pixels()));
  }

  @Test
  void anImageThatNeverGotItsLabelIsPassedOver() throws IOException {
    Path labels = folder.resolve("own-labels-idx1-ubyte");
    OwnDigits own = withAnImageTooMany();
    assertThat(own.digits()).map(Digit::label).containsExactly(7, 1);
    assertThat(own.add(ONE, 4)).map(Digit::label).containsExactly(7, 1, 4);
    Files.delete(labels);
    assertThatThrownBy(own::digits).hasMessageContaining("own-labels-idx1-ubyte: no such file");
    Files.delete(folder.resolve("own-images-idx3-ubyte"));
    own.add(SEVEN, 7);
    Files.delete(labels);
    assertThat(own.digits()).isEmpty();
  }

  /** Of two that never got a label nobody could tell which is the one to pass over. */
  @Test
  void aRemovalCutsOffAnImageThatNeverGotItsLabel() throws IOException {
    assertThat(withAnImageTooMany().removeLast()).map(Digit::label).containsExactly(7);
    assertThat(IdxFile.images(folder.resolve("own-images-idx3-ubyte")).count()).isEqualTo(1);
  }

  private OwnDigits withAnImageTooMany() throws IOException {
    OwnDigits own = OwnDigits.in(folder);
    own.add(SEVEN, 7);
    own.add(ONE, 1);
    byte[] labels = Files.readAllBytes(folder.resolve("own-labels-idx1-ubyte"));
    own.add(ONE, 1);
    Files.write(folder.resolve("own-labels-idx1-ubyte"), labels);
    return own;
  }

  @Test
  void whatCannotBeReadIsNotWrittenOver() throws IOException {
    Path images = folder.resolve("own-images-idx3-ubyte");
    Files.writeString(images, "a letter");
    Files.write(folder.resolve("own-labels-idx1-ubyte"), IdxFile.bytes(new byte[] {7}, 1));
    assertThatThrownBy(() -> OwnDigits.in(folder).add(SEVEN, 7))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("own-images-idx3-ubyte");
    assertThat(images).hasContent("a letter");
    assertThatThrownBy(() -> OwnDigits.in(folder).add(SEVEN, 10)).hasMessageContaining("0 to 9");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "gives symbolic links to administrators only")
  void aLinkToAFolderIsAFolderAndWhatIsNoneIsNamed() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertThat(OwnDigits.in(link).add(SEVEN, 7)).hasSize(1);
    assertThat(OwnDigits.in(real).digits()).hasSize(1);
    Path file = Files.writeString(folder.resolve("file"), "");
    Path broken = Files.createSymbolicLink(folder.resolve("broken"), folder.resolve("gone"));
    for (Path none : List.of(file, broken)) {
      assertThatThrownBy(() -> OwnDigits.in(none).add(SEVEN, 7))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "cannot write %s: %s is there already, and is no folder"
                  .formatted(none.resolve("own-images-idx3-ubyte"), none));
    }
  }

  @Test
  void theyJoinOtherDigits() {
    DigitSet own = OwnDigits.in(folder).add(SEVEN, 7);
    DigitSet random = DigitSet.of("random", new byte[3 * Digit.PIXELS], new byte[] {3, 4, 5});
    DigitSet both = random.and(own);
    assertThat(both.name()).isEqualTo("random and own");
    assertThat(both).hasSize(4);
    assertThat(both.get(3)).isEqualTo(own.get(0));
    assertThat(both).map(Digit::label).isEqualTo(List.of(3, 4, 5, 7));
    assertThat(random.and(random.select(IntStream.of(2))).get(3).index()).isEqualTo(2);
    assertThat(both.and(own).name()).isEqualTo("random and own and own");
    assertThat(own.and(own).name()).isEqualTo("own");
  }
}
