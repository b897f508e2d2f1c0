package digits.paper;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import digits.data.DataException;
import digits.data.FileKind;
import digits.data.Message;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Reads a file with a picture: JPEG, PNG, GIF, BMP, TIFF or WebP. */
final class PictureFile {

  /** A larger file is refused. */
  private static final int MOST_BYTES = 100_000_000;

  /** A picture with more pixels is refused. */
  private static final long MOST_PIXELS = 120_000_000;

  /** A picture with more pixels is read at half its size, a third, and so on. */
  private static final long PIXELS_KEPT = 14_000_000;

  /** No format packs so many pixels into a byte: such a header lies about the size. */
  private static final long PIXELS_PER_BYTE = 10_000;

  private static final String READABLE = "a JPEG, PNG, GIF, BMP, TIFF or WebP picture";

  private final String name;
  private final byte[] bytes;

  private PictureFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * The picture in a file, upright.
   *
   * @throws DataException if there is none, or it is damaged or too large
   */
  static Grey read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new DataException(file + " is a folder, not " + READABLE);
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new DataException(
            Message.of(
                "%s has %,d bytes; a picture may have %,d", file, Files.size(file), MOST_BYTES));
      }
      return new PictureFile(file.toString(), Files.readAllBytes(file)).read();
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
  }

  /** The picture in the bytes of a file. */
  static Grey read(String name, byte[] bytes) {
    return new PictureFile(name, bytes).read();
  }

  private Grey read() {
    ImageReader reader = reader();
    try (ImageInputStream in = new EndingStream(bytes)) {
      reader.setInput(in, true, true);
      return Grey.of(decoded(reader), orientation());
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw damaged();
    } finally {
      reader.dispose();
    }
  }

  private DataException damaged() {
    return new DataException(name + " is damaged or cut short: the picture in it cannot be read");
  }

  private BufferedImage decoded(ImageReader reader) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    long pixels = width * height;
    if (pixels > MOST_PIXELS || pixels / PIXELS_PER_BYTE > bytes.length) {
      throw new DataException(
          Message.of(
              "%s claims to have %,d x %,d pixels in %,d bytes; a picture may have %,d pixels",
              name, width, height, bytes.length, MOST_PIXELS));
    }
    ImageReadParam param = reader.getDefaultReadParam();
    int step = (int) Math.ceil(Math.sqrt(pixels / (double) PIXELS_KEPT));
    param.setSourceSubsampling(step, step, 0, 0);
    // libjpeg fills the rest of a file that was cut short with grey, and only warns.
    boolean[] cutShort = {false};
    IIOReadWarningListener listener =
        (source, warning) -> cutShort[0] |= warning.contains("remature end");
    reader.addIIOReadWarningListener(listener);
    BufferedImage image = reader.read(0, param);
    if (cutShort[0]) {
      throw damaged();
    }
    return image;
  }

  private ImageReader reader() {
    String start = text(bytes);
    try {
      if (isJpeg(start)) {
        return plugIn(new JPEGImageReaderSpi());
      }
      if (isWebP(start)) {
        return plugIn(new WebPImageReaderSpi());
      }
    } catch (IOException e) {
      throw new DataException(name + " cannot be read: " + DataException.reason(e));
    }
    return format(start)
        .map(format -> ImageIO.getImageReadersByFormatName(format).next())
        .orElseThrow(() -> new DataException(name + " is " + kind(start) + ", not " + READABLE));
  }

  /** ImageIO does not look for plug-ins among the libraries that a notebook has loaded. */
  private static ImageReader plugIn(ImageReaderSpi plugIn) throws IOException {
    IIORegistry.getDefaultInstance().registerServiceProvider(plugIn, ImageReaderSpi.class);
    return plugIn.createReaderInstance();
  }

  /** Whether a file starts as the pictures do that can be read here. */
  static boolean isPicture(byte[] start) {
    String text = text(start);
    return isJpeg(text) || isWebP(text) || format(text).isPresent();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
  }

  private static boolean isJpeg(String start) {
    return start.startsWith("\u00ff\u00d8\u00ff");
  }

  private static boolean isWebP(String start) {
    return start.startsWith("RIFF") && start.startsWith("WEBP", 8);
  }

  private static Optional<String> format(String start) {
    if (start.startsWith("\u0089PNG")) {
      return Optional.of("png");
    }
    if (start.startsWith("GIF8")) {
      return Optional.of("gif");
    }
    if (start.startsWith("BM")) {
      return Optional.of("bmp");
    }
    return start.startsWith("II*\0") || start.startsWith("MM\0*")
        ? Optional.of("tiff")
        : Optional.empty();
  }

  private String kind(String start) {
    if (start.startsWith("ftyp", 4)) {
      return "a HEIC, AVIF or video file (save it as JPEG)";
    }
    return bytes.length == 0 ? "empty" : FileKind.of(bytes).orElse("of an unknown kind");
  }

  /** How the camera was held: 1 to 8, as EXIF counts. */
  private int orientation() {
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      ExifIFD0Directory exif =
          ImageMetadataReader.readMetadata(in).getFirstDirectoryOfType(ExifIFD0Directory.class);
      return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? 1
          : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
    } catch (IOException | ImageProcessingException | MetadataException | RuntimeException e) {
      return 1; // A picture without a readable note about the camera is taken as it is.
    }
  }
}
