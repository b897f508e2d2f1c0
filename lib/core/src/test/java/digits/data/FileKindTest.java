package digits.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are taken for the digits. */
class FileKindTest {

  @TempDir Path folder;

  private static byte[] zip(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(new byte[100]);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "'<!DOCTYPE html>\n<title>404</title>', a web page",
    "'\uFEFF\n <HTML lang=fr>\u00e9', a web page",
    "<?xml version='1.0'?><html/>, a web page",
    "<?xml version='1.0'?><Error/>, an XML file",
    "version https://git-lfs.github.com/spec/v1, a Git LFS pointer (git lfs pull fetches the file)",
    "'label,1x1,1x2\n5,0,0\n', a text file",
  })
  void texts(String text, String kind) {
    assertThat(FileKind.of(text.getBytes(UTF_8))).contains(kind);
  }

  @Test
  void whatBeginsLikeOthersOrIsCut() throws IOException {
    byte[] cut = Arrays.copyOf("\u6f22".repeat(200).getBytes(UTF_8), FileKind.BYTES);
    assertThat(FileKind.of(cut)).contains("a text file");
    assertThat(FileKind.of(zip("train-images-idx3-ubyte"))).contains("a zip archive (unpack it)");
    assertThat(FileKind.of(zip("x_train.npy"))).contains("a NumPy archive (npz)");
    byte[] tar = new byte[FileKind.BYTES];
    System.arraycopy("name".getBytes(UTF_8), 0, tar, 0, 4);
    System.arraycopy("ustar".getBytes(UTF_8), 0, tar, 257, 5);
    assertThat(FileKind.of(tar)).contains("a tar archive (unpack it)");
  }

  @ParameterizedTest
  @CsvSource({
    "1f8b0800, a gzip file (unpack it)",
    "fd377a585a000004, an xz file (unpack it)",
    "425a683931415926, a bzip2 file (unpack it)",
    "377abcaf271c0004, a 7z archive (unpack it)",
    "28b52ffd2400, a zstd file (unpack it)",
    "89504e470d0a1a0a, a PNG picture",
    "ffd8ffe000104a464946, a JPEG picture",
    "504152311504, a Parquet file",
    "934e554d505901, a NumPy array (npy)",
    "894844460d0a1a0a, an HDF5 file",
    "80049500, a Python pickle",
    "aced00057372, something that another Java program saved",
    "8a54454e0d0a1a0a, 'a model file, such as models.ser'",
    "00000803, an IDX file of images",
  })
  void starts(String hex, String kind) {
    assertThat(FileKind.of(HexFormat.of().parseHex(hex))).contains(kind);
  }

  @Test
  void noiseIsOfNoKind() {
    byte[] noise = new byte[FileKind.BYTES];
    new Random(1).nextBytes(noise);
    assertThat(FileKind.of(noise)).isEmpty();
    assertThat(FileKind.of(new byte[0])).isEmpty();
    assertThat(FileKind.of(new byte[] {'a', 7, 'b'})).isEmpty();
  }

  @Test
  void whoReadsDigitsSaysWhatTheFileIs() throws IOException {
    Path images = Files.writeString(folder.resolve("images"), "<html>not found</html>");
    assertThatThrownBy(() -> IdxFile.images(images))
        .isInstanceOf(DataException.class)
        .hasMessage(images + " is a web page, not an IDX file");
    Files.write(images, IdxFixture.gzip(zip("train-images-idx3-ubyte")));
    assertThatThrownBy(() -> IdxFile.images(images))
        .hasMessage(images + " holds a zip archive (unpack it), not an IDX file");
  }
}
