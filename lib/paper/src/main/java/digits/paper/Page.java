package digits.paper;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.model.DigitClassifier;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A picture of handwritten digits, such as a photograph of a sheet of paper or a scan, and the
 * digits found on it.
 *
 * <p>The ink may be dark on light paper or light on dark. Shadows, the rules and squares of paper
 * and the boxes of forms are taken off; rows may be up to 12 degrees askew.
 */
public final class Page {

  /** A picture whose longer side is shorter holds one digit, as a whole. */
  private static final int TINY = 64;

  /** Digits that are lower, in pixels, have strokes about as wide as a pixel. */
  private static final int SMALL = 25;

  private final String name;
  private final Grey grey;
  private final List<PageDigit> found;

  private Page(String name, Grey grey, List<PageDigit> found) {
    this.name = name;
    this.grey = grey;
    this.found = List.copyOf(found);
  }

  /**
   * Reads a JPEG, PNG, GIF, BMP, TIFF or WebP picture, and finds the digits on it. A picture of
   * more than 14 million pixels is read at half its size, a third, and so on.
   *
   * @throws DataException if the file holds no such picture, or one that is damaged or has more
   *     than 120 million pixels
   */
  public static Page read(Path file) {
    return of(String.valueOf(file.getFileName()), PictureFile.read(file));
  }

  /**
   * Reads a picture of one digit.
   *
   * @return the digit, unlabelled
   * @throws DataException as for {@link #read}, and if there is no digit, or more than one
   */
  public static Digit readDigit(Path file) {
    return read(file).digit();
  }

  /**
   * Reads a picture that is already in memory.
   *
   * @param name what to call it
   * @param bytes a file of any of these kinds
   * @throws DataException as for {@link #read(Path)}
   */
  public static Page read(String name, byte[] bytes) {
    return of(name, PictureFile.read(name, bytes));
  }

  static Page of(String name, Grey grey) {
    InkMap ink = Paper.ink(grey);
    List<PageDigit> found = new ArrayList<>();
    int row = 0;
    for (List<Figure> figures : Rows.of(figures(ink))) {
      for (Figure figure : figures) {
        int width = figure.width();
        int height = figure.height();
        found.add(new PageDigit(figure.digit(), row, figure.left, figure.top, width, height));
      }
      row++;
    }
    return new Page(name, grey, found);
  }

  private static List<Figure> figures(InkMap ink) {
    if (Math.max(ink.width(), ink.height()) <= TINY) {
      int[] all = IntStream.range(0, ink.share().length).filter(ink::isInk).toArray();
      return all.length == 0 ? List.of() : List.of(new Figure(ink, all));
    }
    InkMap plain = Rules.removed(ink);
    List<Figure> blobs = Blob.find(plain);
    // Strokes that are narrower than a pixel look grey.
    boolean fine = Figures.size(blobs) < SMALL;
    return Figures.of(fine ? Blob.find(plain.withThreshold(plain.threshold() * 3 / 4)) : blobs);
  }

  /** The name of the picture's file. */
  public String name() {
    return name;
  }

  /** The digits row by row from the top, each row from left to right, and where they are. */
  public List<PageDigit> found() {
    return found;
  }

  /**
   * The only digit, unlabelled.
   *
   * @throws DataException if there is none, or more than one
   */
  public Digit digit() {
    if (found.size() != 1) {
      String which = found.isEmpty() ? "no digit" : found.size() + " digits";
      throw new DataException(which + " found in " + name + ", where one was expected");
    }
    return found.get(0).digit();
  }

  /** The digits as a set, unlabelled, in the same order. */
  public DigitSet digits() {
    byte[] pixels = new byte[found.size() * Digit.PIXELS];
    for (int i = 0; i < found.size(); i++) {
      System.arraycopy(found.get(i).digit().pixels(), 0, pixels, i * Digit.PIXELS, Digit.PIXELS);
    }
    return DigitSet.unlabelled(name, pixels);
  }

  /** What a model makes of each digit. */
  public Reading read(DigitClassifier model) {
    return new Reading(toString(), picture(), found, model.predict(digits()));
  }

  /** The picture, upright and grey. */
  public BufferedImage picture() {
    return picture(place -> grey.pixels()[place]);
  }

  /** The way from the picture to the digits, as pictures by name; worked out anew at each call. */
  public Map<String, BufferedImage> steps() {
    InkMap ink = Paper.ink(grey);
    InkMap plain = Rules.removed(ink);
    boolean[] digits = new boolean[ink.share().length];
    figures(ink).forEach(figure -> figure.mark(digits));
    Map<String, BufferedImage> steps = new LinkedHashMap<>();
    steps.put("the picture", picture());
    steps.put("ink on even paper", picture(place -> ~ink.share()[place]));
    steps.put("ink or no ink", picture(place -> ink.isInk(place) ? 0 : 255));
    steps.put("without printed lines", picture(place -> plain.isInk(place) ? 0 : 255));
    steps.put("what is left as digits", picture(place -> digits[place] ? 0 : 255));
    return steps;
  }

  private BufferedImage picture(IntUnaryOperator shade) {
    BufferedImage picture =
        new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (int place = 0; place < pixels.length; place++) {
      pixels[place] = (byte) shade.applyAsInt(place);
    }
    return picture;
  }

  /** The name, the size and the number of digits. */
  @Override
  public String toString() {
    String size = name + ": " + grey.width() + " x " + grey.height() + " pixels, ";
    int rows = found.isEmpty() ? 0 : found.get(found.size() - 1).row() + 1;
    return size
        + switch (found.size()) {
          case 0 -> "no digits found";
          case 1 -> "1 digit";
          default -> found.size() + " digits in " + rows + (rows == 1 ? " row" : " rows");
        };
  }
}
