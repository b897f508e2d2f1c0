package digits.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.DataException;
import digits.data.Mnist;
import digits.paper.PageDrawer.Look;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {

  @TempDir private Path folder;

  /** Dark in the upper left part, wider than high. */
  private static BufferedImage corner(int type) {
    BufferedImage picture = new BufferedImage(60, 40, type);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 60, 40);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(5, 5, 20, 10);
    graphics.dispose();
    return picture;
  }

  private static byte[] bytes(BufferedImage picture, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      assertThat(ImageIO.write(picture, format, bytes)).as(format).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void isCorner(Grey grey) {
    assertThat(List.of(grey.width(), grey.height())).isEqualTo(List.of(60, 40));
    assertThat(grey.at(12, 8)).isLessThan(40);
    assertThat(grey.at(40, 30)).isGreaterThan(220);
  }

  @ParameterizedTest
  @CsvSource({
    "png, 1", "png, 2", "png, 10", "png, 11", "png, 12", "png, 13", "jpeg, 5", "jpeg, 10",
    "gif, 13", "gif, 12", "bmp, 5", "bmp, 10", "bmp, 12", "tiff, 1", "tiff, 10", "tiff, 11"
  })
  void allKindsOfPixelsAreRead(String format, int type) {
    isCorner(PictureFile.read("picture", bytes(corner(type), format)));
  }

  @Test
  void transparentPicturesGetThePaperThatTheirInkNeeds() {
    for (Color ink : new Color[] {Color.BLACK, Color.WHITE}) {
      BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = picture.createGraphics();
      graphics.setColor(ink);
      graphics.fillRect(5, 5, 20, 10);
      graphics.dispose();
      Grey grey = PictureFile.read("picture", bytes(picture, "png"));
      assertThat(Math.abs(grey.at(12, 8) - grey.at(40, 30))).isEqualTo(255);
    }
  }

  /** Java itself reads neither; Pillow 12 wrote these. */
  @ParameterizedTest
  @ValueSource(strings = {"cmyk.jpg", "lossless.webp", "lossy.webp"})
  void inkOfPrintersAndWebPAreRead(String name) throws IOException {
    isCorner(PictureFile.read(name, resource(name)));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PictureFileTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** Where the dark corner lies after turning, for EXIF's orientations 1 to 8. */
  @ParameterizedTest
  @CsvSource({
    "1, 12, 8",
    "2, 47, 8",
    "3, 47, 31",
    "4, 12, 31",
    "5, 8, 12",
    "6, 31, 12",
    "7, 31, 47",
    "8, 8, 47"
  })
  void turnsThePictureAsTheCameraWasHeld(int orientation, int x, int y) {
    byte[] jpeg = bytes(corner(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    String tags =
        "4d4d002a00000008" + "0001" + "0112000300000001%04x".formatted(orientation) + "0000";
    byte[] exif = HexFormat.of().parseHex("ffe10022457869660000" + tags + "00000000");
    byte[] noted =
        ByteBuffer.allocate(jpeg.length + exif.length)
            .put(jpeg, 0, 2)
            .put(exif)
            .put(jpeg, 2, jpeg.length - 2)
            .array();
    Grey grey = PictureFile.read("turned.jpg", noted);
    assertThat(grey.width()).isEqualTo(orientation < 5 ? 60 : 40);
    assertThat(grey.at(x, y)).isLessThan(60);
    assertThat(grey.at(grey.width() - 1 - x, grey.height() - 1 - y)).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%PDF-1.7 ...", "\0\0\0\30ftypheic....", "PK\3\4....", "hello", ""})
  void otherFilesAreNamed(String content) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Page.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(", not a JPEG, PNG, GIF, BMP, TIFF or WebP picture")
        .hasMessageStartingWith(file + " is ");
  }

  @Test
  void missingFilesAndFoldersAreNamed() {
    assertThatThrownBy(() -> Page.read(folder.resolve("gone")))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("no such file");
    assertThatThrownBy(() -> Page.read(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void aHeaderThatClaimsTooMuchCostsNoMemory() {
    byte[] png = bytes(corner(BufferedImage.TYPE_INT_RGB), "png");
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 100_000).putInt(20, 100_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    header.putInt(29, (int) crc.getValue());
    assertThatThrownBy(() -> PictureFile.read("huge.png", png))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("huge.png claims to have 100,000 x 100,000 pixels");
  }

  /** It claims thousands of codes; reading them past the end of the file took two minutes. */
  @Test
  @Timeout(20)
  void aHeaderThatClaimsTooMuchCostsNoTime() {
    assertThatThrownBy(() -> PictureFile.read("endless.webp", resource("endless.webp")))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("endless.webp is damaged or cut short");
  }

  @Test
  void largePicturesAreReadSmaller() {
    BufferedImage large = new BufferedImage(6_000, 4_000, BufferedImage.TYPE_BYTE_BINARY);
    Grey grey = PictureFile.read("large.png", bytes(large, "png"));
    assertThat(List.of(grey.width(), grey.height())).isEqualTo(List.of(3_000, 2_000));
  }

  /** Each is read or gets one sentence; 10,000 of them with {@code -Dtorture=long}. */
  @Test
  void damagedPicturesGetOneSentence() throws IOException {
    long seed = Long.getLong("torture.seed", System.nanoTime() % 1_000_000);
    System.out.println("PictureFileTest: -Dtorture.seed=" + seed);
    int count = "long".equals(System.getProperty("torture")) ? 10_000 : 200;
    SplittableRandom random = new SplittableRandom(seed);
    PageDrawer drawer = new PageDrawer(Mnist.load().train().head(100), seed);
    BufferedImage page = drawer.draw(Look.PLAIN.at(400, 40), false).picture();
    BufferedImage grey = new BufferedImage(page.getWidth(), page.getHeight(), 10);
    grey.createGraphics().drawImage(page, 0, 0, null);
    List<byte[]> files = new ArrayList<>();
    for (String format : new String[] {"jpeg", "png", "bmp", "tiff"}) {
      files.add(bytes(page, format));
    }
    files.add(bytes(grey, "gif"));
    for (String name : new String[] {"cmyk.jpg", "lossless.webp", "lossy.webp"}) {
      files.add(resource(name));
    }
    int read = 0;
    for (int i = 0; i < count; i++) {
      byte[] damaged = damaged(files.get(random.nextInt(files.size())), random);
      try {
        Page.read("damaged", damaged);
        read++;
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith("damaged ").hasNoCause();
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
    System.out.printf(
        "| pictures, damaged | %,d files: %,d refused, %,d read |%n", count, count - read, read);
    assertThat(read).isBetween(1, count - 1);
  }

  private static byte[] damaged(byte[] file, SplittableRandom random) {
    byte[] bytes = file.clone();
    switch (random.nextInt(3)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> {
        for (int i = random.nextInt(1, 20); i > 0; i--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      default -> {
        for (int i = random.nextInt(1, 6); i > 0; i--) {
          bytes[random.nextInt(Math.min(300, bytes.length))] = (byte) random.nextInt(256);
        }
      }
    }
    return bytes;
  }

  @Test
  void bytesNeedNoFile() throws IOException {
    byte[] png = bytes(corner(BufferedImage.TYPE_INT_RGB), "png");
    assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
    assertThat(Page.read("in memory", png).name()).isEqualTo("in memory");
  }
}
