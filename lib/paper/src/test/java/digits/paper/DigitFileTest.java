package digits.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.IdxFile;
import digits.data.Mnist;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** MNIST, written as others keep it, and read back. */
class DigitFileTest {

  private static final DigitSet SOME = Mnist.load().train().head(50);

  @TempDir private Path folder;

  private static String pixels(Digit digit) {
    return IntStream.range(0, Digit.PIXELS)
        .mapToObj(i -> String.valueOf(digit.pixel(i / 28, i % 28)))
        .collect(Collectors.joining(","));
  }

  private static String names(String prefix, int first) {
    return IntStream.range(first, first + Digit.PIXELS)
        .mapToObj(i -> prefix + i)
        .collect(Collectors.joining(","));
  }

  private Path write(String name, String head, Function<Digit, String> row) throws IOException {
    String rows = SOME.stream().map(row).collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve(name), head + rows + "\n");
  }

  private static void isSome(DigitSet read) {
    assertThat(read.checksum()).isEqualTo(SOME.checksum());
  }

  @Test
  void tablesOfManyKindsAreRead() throws IOException {
    isSome(
        DigitFile.read(
            write(
                "k.csv",
                "label,%s\n".formatted(names("pixel", 0)),
                d -> d.label() + "," + pixels(d))));
    isSome(DigitFile.read(write("bare.csv", "", d -> d.label() + "," + pixels(d))));
    isSome(
        DigitFile.read(
            write(
                "openml.csv",
                "\uFEFF%s,class\r\n".formatted(names("pixel", 1)),
                d -> pixels(d) + ",'" + d.label() + "'\r")));
    String attributes = names("@ATTRIBUTE pixel", 1).replace(",", " real\n") + " real\n";
    isSome(
        DigitFile.read(
            write(
                "mnist.arff",
                "% a comment\n@RELATION mnist_784\n"
                    + attributes
                    + "@ATTRIBUTE class {0,1,2,3,4,5,6,7,8,9}\n\n@DATA\n",
                d -> pixels(d) + "," + d.label())));
    isSome(
        DigitFile.read(
            write("fractions.csv", "", d -> d.label() + ".0," + pixels(d).replace(",", ".0,"))));
  }

  @Test
  void tablesWithoutLabelsAreUnlabelled() throws IOException {
    Path file = write("test.csv", names("pixel", 0) + "\n", DigitFileTest::pixels);
    DigitSet read = DigitFile.read(file);
    assertThat(read).hasSize(50).allMatch(digit -> digit.label() == Digit.UNLABELLED);
    assertThat(read.get(7).pixels()).isEqualTo(SOME.get(7).pixels());
    assertThatThrownBy(read::counts)
        .hasMessage("digit 0 of test.csv has no label, so it cannot be learnt from or checked");
    String labels = SOME.stream().map(d -> "" + d.label()).collect(Collectors.joining());
    isSome(read.labelled(labels));
    assertThatThrownBy(() -> read.labelled("12")).hasMessage("test.csv has 50 digits, not 2");
  }

  @Test
  void aTableInMemoryIsRead() throws IOException {
    Path file =
        write("k.csv", "label,%s\n".formatted(names("pixel", 0)), d -> d.label() + "," + pixels(d));
    isSome(DigitFile.of(Table.read().csv(file.toFile())));
  }

  @Test
  void foldersOfPicturesAreRead() throws IOException {
    for (Digit digit : SOME) {
      Path label = Files.createDirectories(folder.resolve("0to9/" + digit.label()));
      BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
      picture.getRaster().setDataElements(0, 0, 28, 28, digit.pixels());
      ImageIO.write(picture, "png", label.resolve(digit.index() + ".png").toFile());
    }
    DigitSet read = DigitFile.read(folder.resolve("0to9"));
    assertThat(read.counts()).isEqualTo(SOME.counts());
    assertThatThrownBy(() -> DigitFile.read(Files.createDirectory(folder.resolve("empty"))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has no folders 0 to 9 with pictures in them; known are CSV");
  }

  @Test
  void idxFilesFindTheirLabels() throws IOException {
    byte[] pixels = new byte[50 * Digit.PIXELS];
    ByteBuffer numbers = ByteBuffer.allocate(12 + 50 * 8 * 4);
    numbers.put(new byte[] {0, 0, 0x0C, 2}).putInt(50).putInt(8);
    for (int i = 0; i < 50; i++) {
      System.arraycopy(SOME.get(i).pixels(), 0, pixels, i * Digit.PIXELS, Digit.PIXELS);
      numbers.putInt(12 + i * 32, SOME.label(i)).putInt(12 + i * 32 + 4, 7);
    }
    Path images = folder.resolve("qmnist-images-idx3-ubyte");
    Files.write(images, IdxFile.bytes(pixels, 50, 28, 28));
    assertThat(DigitFile.read(images).get(0).label()).isEqualTo(Digit.UNLABELLED);
    Path table = folder.resolve("qmnist-labels-idx2-int");
    Files.write(table, numbers.array());
    isSome(DigitFile.read(images));
    Files.write(table, new byte[] {0, 0, 0x0C, 2, 0, 0, 0, 50, 0, 0, 0, 8});
    assertThatThrownBy(() -> DigitFile.read(images))
        .hasMessage("wrong length: actual 12, expected 1,612, in " + table);
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() throws IOException {
    Path file = folder.resolve("file.csv");
    for (List<String> wrong :
        List.of(
            List.of("a,b\n1,2\n", "has 2 columns, where 784 pixels and perhaps a label"),
            List.of("0" + ",0".repeat(783) + "\n1,2\n", "line 2: 2 values instead of 784"),
            List.of("0" + ",300".repeat(784), "line 1: \"300\" as a pixel, which is 0 to 255"),
            List.of("17" + ",0".repeat(784), "line 1: \"17\" as a label, which is 0 to 9"),
            List.of("0" + ",x".repeat(784), "785 columns"),
            List.of("label" + ",p".repeat(784) + "\n", "has no rows of digits; known are"))) {
      Files.writeString(file, wrong.get(0));
      assertThatThrownBy(() -> DigitFile.read(file))
          .isInstanceOf(DataException.class)
          .hasMessageContaining(wrong.get(1));
    }
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0});
    assertThatThrownBy(() -> DigitFile.read(file))
        .hasMessageContaining("is a zip archive (unpack it); known are CSV and ARFF");
  }
}
