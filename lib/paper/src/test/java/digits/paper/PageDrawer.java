package digits.paper;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Draws pages of digits as a phone or a scanner would see them, and knows what is written on them.
 *
 * <p>{@code PageDrawer FOLDER SEED [COUNT [DIGITS]]} draws pages of each kind into a folder, with
 * {@code truth.json}, from the last 10,000 training digits: a model that was trained on the others
 * has not seen them. The digits may also be "test", or an IDX file of images. {@code PageDrawer
 * FOLDER examples} draws those of the notebook.
 */
public final class PageDrawer {

  /** What makes a page hard to read. Lengths are in pixels, angles in degrees. */
  public record Look(
      int width,
      int size,
      String paper,
      double pen,
      double strength,
      double gap,
      double angle,
      double shadow,
      double noise,
      double blur,
      float quality) {

    /** A white sheet with a blue pen, 1,200 pixels wide, digits of 70 pixels. */
    public static final Look PLAIN = new Look(1200, 70, "white", 0, 0.85, 0.5, 0, 0.2, 4, 0, 0.8f);

    Look at(int newWidth, int newSize) {
      return new Look(
          newWidth, newSize, paper, pen, strength, gap, angle, shadow, noise, blur, quality);
    }

    Look on(String newPaper) {
      return new Look(
          width, size, newPaper, pen, strength, gap, angle, shadow, noise, blur, quality);
    }

    Look pen(double thicker, double newStrength) {
      return new Look(
          width, size, paper, thicker, newStrength, gap, angle, shadow, noise, blur, quality);
    }

    Look gap(double newGap) {
      return new Look(
          width, size, paper, pen, strength, newGap, angle, shadow, noise, blur, quality);
    }

    Look turned(double newAngle) {
      return new Look(
          width, size, paper, pen, strength, gap, newAngle, shadow, noise, blur, quality);
    }

    Look seen(double newShadow, double newNoise, double newBlur, double newQuality) {
      return new Look(
          width,
          size,
          paper,
          pen,
          strength,
          gap,
          angle,
          newShadow,
          newNoise,
          newBlur,
          (float) newQuality);
    }
  }

  /** The kinds of difficulty, by name. */
  public static Map<String, Look> looks() {
    Look plain = Look.PLAIN;
    Map<String, Look> looks = new LinkedHashMap<>();
    looks.put("plain", plain);
    looks.put("ruled", plain.on("ruled"));
    looks.put("squared", plain.on("squared"));
    looks.put("squared-turned", plain.on("squared").turned(6));
    looks.put("ruled-turned", plain.on("ruled").turned(-4));
    looks.put("boxes", plain.on("boxes"));
    looks.put("boxes-turned", plain.on("boxes").turned(3));
    looks.put("board", plain.on("board").seen(0.4, 7, 0, 0.8));
    looks.put("yellow", plain.on("yellow").seen(0.6, 5, 0, 0.7));
    looks.put("shadow", plain.on("shadow"));
    looks.put("soft-shadow", plain.on("squared-soft-shadow"));
    looks.put("angle-5", plain.turned(5));
    looks.put("angle-10", plain.turned(-10));
    looks.put("blur", plain.seen(0.2, 4, 3, 0.8));
    looks.put("noise", plain.seen(0.3, 14, 0, 0.8));
    looks.put("jpeg-40", plain.seen(0.2, 4, 0, 0.4));
    looks.put("thin", plain.pen(-0.22, 0.85));
    looks.put("thick", plain.pen(0.2, 0.85));
    looks.put("faint", plain.pen(0, 0.3));
    looks.put("tight", plain.gap(0.12));
    looks.put("12-pixels", plain.at(600, 12).seen(0.2, 3, 0, 0.9));
    looks.put("20-pixels", plain.at(800, 20));
    looks.put("30-pixels-ruled", plain.at(1000, 30).on("ruled"));
    looks.put("400-pixels", plain.at(6000, 400));
    looks.put("wide", plain.at(6000, 120).on("squared").turned(1));
    looks.put("large", plain.at(900, 260));
    looks.put("large-fills", plain.at(900, 500).pen(0.1, 0.85));
    return looks;
  }

  private final SplittableRandom random;
  private final List<Digit> digits;
  private int used;

  /** A drawer that takes the digits of a set one after the other. */
  public PageDrawer(List<Digit> digits, long seed) {
    this.random = new SplittableRandom(seed);
    this.digits = digits;
  }

  /** A drawn page, and the rows of digits on it. */
  public record Drawn(BufferedImage picture, List<String> rows) {

    /** As a JPEG file. */
    public byte[] jpeg(float quality) {
      ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (var out = ImageIO.createImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(picture, null, null), param);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        writer.dispose();
      }
      return bytes.toByteArray();
    }
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Draws a page full of digits, or one with a single digit. */
  public Drawn draw(Look look, boolean single) {
    int width = look.width();
    int height = single ? width * 3 / 4 : Math.min(width * 3 / 4, (int) (look.size() * 1.8 * 7));
    float[] ink = new float[width * height];
    float[] print = new float[width * height];
    List<String> rows = new ArrayList<>();
    Turn turn = new Turn(Math.toRadians(look.angle()), width / 2.0, height / 2.0);
    if (single) {
      double room = 1.2 * look.size();
      rows.add(
          write(
              ink, look, turn, between(0, width - room), between(0, height - room) + 0.05 * room));
    } else {
      double slope = Math.abs(Math.tan(Math.toRadians(look.angle())));
      double side = 0.08 * width + slope * height / 2;
      double edge = 0.08 * height + slope * width / 2;
      for (double y = edge; y + look.size() * 1.2 < height - edge; y += look.size() * 1.8) {
        StringBuilder row = new StringBuilder();
        double x = side;
        while (x + look.size() * 1.2 < width - side) {
          double wide = boxes(look) ? look.size() * 1.6 : 0;
          if (wide > 0) {
            box(print, look, turn, x, y - 0.2 * look.size(), wide * 0.85, look.size() * 1.5);
          }
          double up = y + between(-0.1, 0.1) * look.size();
          row.append(write(ink, look, turn, wide > 0 ? x + 0.22 * look.size() : x, up));
          x += wide > 0 ? wide : last + look.size() * look.gap() * between(0.7, 1.3);
        }
        rows.add(row.toString());
      }
    }
    lines(print, look, turn, width, height);
    return new Drawn(photograph(look, ink, print, width, height), rows);
  }

  private static boolean boxes(Look look) {
    return look.paper().equals("boxes");
  }

  /** How wide the digit was that was written last. */
  private double last;

  /** A turn of the page around its middle. */
  private record Turn(double angle, double x, double y) {
    double backX(double px, double py) {
      return Math.cos(angle) * (px - x) + Math.sin(angle) * (py - y) + x;
    }

    double backY(double px, double py) {
      return -Math.sin(angle) * (px - x) + Math.cos(angle) * (py - y) + y;
    }
  }

  /** Writes the next digit with its box at a place, and returns its label. */
  private String write(float[] ink, Look look, Turn turn, double x, double y) {
    Digit digit = digits.get(used++ % digits.size());
    int top = Digit.SIDE;
    int bottom = 0;
    int left = Digit.SIDE;
    int right = 0;
    for (int i = 0; i < Digit.PIXELS; i++) {
      if (digit.pixel(i / Digit.SIDE, i % Digit.SIDE) > 60) {
        top = Math.min(top, i / Digit.SIDE);
        bottom = Math.max(bottom, i / Digit.SIDE + 1);
        left = Math.min(left, i % Digit.SIDE);
        right = Math.max(right, i % Digit.SIDE + 1);
      }
    }
    double size = look.size() * between(0.85, 1.15);
    double scale = size / Math.max(bottom - top, right - left);
    last = (right - left) * scale;
    double down = y + (size - (bottom - top) * scale) / 2;
    int width = look.width();
    double reach = 1.5 * size;
    double middleX = x + last / 2;
    double middleY = y + size / 2;
    Turn forth = new Turn(-turn.angle(), turn.x(), turn.y());
    int px = (int) forth.backX(middleX, middleY);
    int py = (int) forth.backY(middleX, middleY);
    for (int row = Math.max(0, (int) (py - reach));
        row < Math.min(ink.length / width, py + reach);
        row++) {
      for (int column = Math.max(0, (int) (px - reach));
          column < Math.min(width, px + reach);
          column++) {
        double u = (turn.backX(column + 0.5, row + 0.5) - x) / scale + left;
        double v = (turn.backY(column + 0.5, row + 0.5) - down) / scale + top;
        if (u < left - 2 || u > right + 2 || v < top - 2 || v > bottom + 2) {
          continue;
        }
        double covered = (spline(digit, u - 0.5, v - 0.5) - 0.45 + look.pen()) * scale / 0.45 + 0.5;
        int at = row * width + column;
        ink[at] = (float) Math.max(ink[at], Math.max(0, Math.min(1, covered)));
      }
    }
    return String.valueOf(digit.label());
  }

  /** The grey of a digit between its pixels, by cubic B-splines. */
  private static double spline(Digit digit, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double sum = 0;
    for (int i = -1; i <= 2; i++) {
      for (int j = -1; j <= 2; j++) {
        int r = row + i;
        int c = column + j;
        if (r >= 0 && r < Digit.SIDE && c >= 0 && c < Digit.SIDE) {
          sum += digit.pixel(r, c) / 255.0 * weight(y - r) * weight(x - c);
        }
      }
    }
    return sum;
  }

  private static double weight(double distance) {
    double d = Math.abs(distance);
    return d < 1 ? 2 / 3.0 - d * d + d * d * d / 2 : d < 2 ? Math.pow(2 - d, 3) / 6 : 0;
  }

  private static void box(
      float[] print, Look look, Turn turn, double x, double y, double wide, double tall) {
    double line = Math.max(1, look.width() / 700.0);
    for (int i = 0; i < print.length; i++) {
      int row = i / look.width();
      int column = i % look.width();
      double u = turn.backX(column, row) - x;
      double v = turn.backY(column, row) - y;
      boolean inside = u > -line && u < wide + line && v > -line && v < tall + line;
      boolean within = u > line / 2 && u < wide - line / 2 && v > line / 2 && v < tall - line / 2;
      if (inside && !within) {
        print[i] = 0.6f;
      }
    }
  }

  private static void lines(float[] print, Look look, Turn turn, int width, int height) {
    boolean squared = look.paper().startsWith("squared");
    if (!squared && !look.paper().equals("ruled")) {
      return;
    }
    double step = look.size() * (squared ? 0.6 : 1.25);
    double line = Math.max(1.5, width / 700.0);
    for (int i = 0; i < width * height; i++) {
      double u = turn.backX(i % width, i / width) + 10 * step;
      double v = turn.backY(i % width, i / width) + 10 * step;
      if (v % step < line || squared && u % step < line) {
        print[i] = look.paper().contains("strong") ? 0.9f : 0.35f;
      }
    }
  }

  private BufferedImage photograph(Look look, float[] ink, float[] print, int width, int height) {
    boolean board = look.paper().equals("board");
    int paper = board ? 0x263E32 : look.paper().equals("yellow") ? 0xDECDA0 : 0xF6F4F0;
    int pen = board ? 0xE1E4DC : 0x232D6E;
    int printed = 0x6090C0;
    double[] light = {between(0, 2 * Math.PI), between(0.2, 0.8), between(0.2, 0.8)};
    float[] seen = new float[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double bright = brightness(look, light, x / (double) width, y / (double) height);
        int at = y * width + x;
        double cover = ink[at] * look.strength() * (board ? between(0.75, 1) : 1);
        for (int c = 0; c < 3; c++) {
          double colour = channel(paper, c) * (1 - print[at]) + channel(printed, c) * print[at];
          seen[3 * at + c] = (float) ((colour * (1 - cover) + channel(pen, c) * cover) * bright);
        }
      }
    }
    for (int times = 0; times < Math.round(look.blur()); times++) {
      seen = blurred(seen, width, height);
    }
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < width * height; at++) {
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        double noisy =
            seen[3 * at + c]
                + look.noise()
                    * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5)
                    * 2;
        rgb = rgb << 8 | (int) Math.max(0, Math.min(255, Math.round(noisy)));
      }
      picture.setRGB(at % width, at / width, rgb);
    }
    return picture;
  }

  private static int channel(int rgb, int c) {
    return rgb >> 16 - 8 * c & 0xFF;
  }

  private static double brightness(Look look, double[] light, double x, double y) {
    double across = Math.cos(light[0]) * (x - 0.5) + Math.sin(light[0]) * (y - 0.5) + 0.5;
    double spot =
        Math.exp(-Math.pow((x - light[1]) / 0.25, 2) - Math.pow((y - light[2]) / 0.35, 2));
    double bright = (1 - look.shadow() * across) * (1 - 0.5 * look.shadow() * spot);
    // The edge of a hand or of a phone.
    double wide = look.paper().contains("soft") ? 0.12 : 1e-9;
    double inside = Math.max(0, Math.min(1, (across - 0.5) / wide));
    return look.paper().endsWith("shadow") ? bright * (1 - 0.5 * inside) : bright;
  }

  private static float[] blurred(float[] seen, int width, int height) {
    float[] out = seen.clone();
    for (int y = 1; y < height - 1; y++) {
      for (int i = 3; i < 3 * width - 3; i++) {
        int at = y * width * 3 + i;
        int line = width * 3;
        out[at] =
            (seen[at] * 4
                    + 2 * (seen[at - 3] + seen[at + 3] + seen[at - line] + seen[at + line])
                    + seen[at - line - 3]
                    + seen[at - line + 3]
                    + seen[at + line - 3]
                    + seen[at + line + 3])
                / 16;
      }
    }
    return out;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    if (arguments[1].equals("examples")) {
      examples(folder);
      return;
    }
    long seed = Long.parseLong(arguments[1]);
    int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    DigitSet digits = digits(arguments.length > 3 ? arguments[3] : "training");
    PageDrawer drawer = new PageDrawer(digits.sample(digits.size(), seed), seed);
    Map<String, List<String>> truth = new LinkedHashMap<>();
    for (Map.Entry<String, Look> kind : looks().entrySet()) {
      for (int i = 0; i < count; i++) {
        Drawn page = drawer.draw(kind.getValue(), kind.getKey().startsWith("large"));
        String name = kind.getKey() + "-" + i + ".jpg";
        Files.write(folder.resolve(name), page.jpeg(kind.getValue().quality()));
        truth.put(name, page.rows());
      }
    }
    String lines =
        truth.entrySet().stream()
            .map(page -> " \"" + page.getKey() + "\": [" + texts(page.getValue()) + "]")
            .collect(Collectors.joining(",\n"));
    Files.writeString(folder.resolve("truth.json"), "{\n" + lines + "\n}\n");
  }

  private static String texts(List<String> rows) {
    return rows.stream().map(row -> '"' + row + '"').collect(Collectors.joining(", "));
  }

  private static DigitSet digits(String source) {
    return switch (source) {
      case "training" -> Mnist.load().train().select(IntStream.range(50_000, 60_000));
      case "test" -> Mnist.load().test();
      default -> DigitFile.read(Path.of(source));
    };
  }

  private static void examples(Path folder) throws IOException {
    Look plain = Look.PLAIN.at(800, 50).seen(0.3, 1, 0, 0.75);
    Map<String, Look> looks = new LinkedHashMap<>();
    looks.put("squared", plain.on("squared-strong-soft-shadow").turned(1.5).pen(0, 0.6));
    looks.put("board", plain.on("board").seen(0.4, 2, 0, 0.75));
    looks.put("form", plain.on("boxes").turned(-1));
    PageDrawer drawer = new PageDrawer(digits("training").sample(10_000, 7), 7);
    for (Map.Entry<String, Look> kind : looks.entrySet()) {
      Drawn page = drawer.draw(kind.getValue(), false);
      Files.write(folder.resolve(kind.getKey() + ".jpg"), page.jpeg(kind.getValue().quality()));
      Files.write(folder.resolve(kind.getKey() + ".txt"), page.rows());
    }
  }
}
