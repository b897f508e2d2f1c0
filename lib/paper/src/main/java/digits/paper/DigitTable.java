package digits.paper;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Message;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table of digits, row by row. */
final class DigitTable {

  static final String KNOWN =
      "; known are CSV and ARFF with 784 pixels a row, a folder with folders 0 to 9 of pictures, IDX"
          + " files of images, and pictures of pages";

  private static final Pattern NUMBERS = Pattern.compile("[-+.,;\\d\"'\\s]+");

  private static final List<String> LABELS = List.of("label", "class", "target", "y", "digit");

  private final String name;
  private final String source;
  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
  private final ByteArrayOutputStream labels = new ByteArrayOutputStream();
  private int columns;
  private int label = -1;
  private int line;

  DigitTable(String name, String source) {
    this.name = name;
    this.source = source;
  }

  DigitSet read(BufferedReader lines) throws IOException {
    boolean arff = false;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      String bare = text.strip().replaceFirst("^\uFEFF", "");
      String lower = bare.substring(0, Math.min(10, bare.length())).toLowerCase(Locale.ROOT);
      arff |= lower.startsWith("@");
      if (bare.isEmpty() || bare.startsWith("%") || lower.startsWith("@")) {
        continue;
      }
      String[] values = bare.split("[,;\t]", -1);
      if (columns == 0) {
        boolean named = !isRow(bare);
        header(named ? values : headless(values.length, arff));
        if (named) {
          continue;
        }
      }
      add(values);
    }
    return digits();
  }

  /** OpenML puts the class last; tables without any header put the label first. */
  private static String[] headless(int count, boolean arff) {
    String[] names = new String[count];
    Arrays.fill(names, "pixel");
    if (count == Digit.PIXELS + 1) {
      names[arff ? count - 1 : 0] = "label";
    }
    return names;
  }

  void header(String[] names) {
    columns = names.length;
    label =
        IntStream.range(0, columns)
            .filter(i -> LABELS.contains(bare(names[i]).toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(-1);
    if (columns - (label < 0 ? 0 : 1) != Digit.PIXELS) {
      String wrong = "%s has %,d columns%s, where 784 pixels and perhaps a label were expected";
      String which = label < 0 ? "" : ", one of them labels";
      throw new DataException(Message.of(wrong, source, columns, which) + KNOWN);
    }
  }

  private static String bare(String value) {
    return value.strip().replaceAll("^[\"']|[\"']$", "");
  }

  void add(String[] values) {
    if (values.length != columns) {
      throw wrong(values.length + " values instead of " + columns);
    }
    for (int i = 0; i < columns; i++) {
      int most = i == label ? 9 : 255;
      int value = number(values[i]);
      if (value < 0 || value > most) {
        String what = i == label ? "a label" : "a pixel";
        throw wrong("\"" + values[i] + "\" as " + what + ", which is 0 to " + most);
      }
      (i == label ? labels : pixels).write(value);
    }
  }

  private DataException wrong(String what) {
    int row = line > 0 ? line : pixels.size() / Digit.PIXELS + 1;
    return new DataException(source + ", " + (line > 0 ? "line " : "row ") + row + ": " + what);
  }

  /** A whole number, perhaps with a fraction of zero, or -1. */
  private static int number(String value) {
    int length = value.length();
    if (length > 0 && length <= 3 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Integer.parseInt(value);
    }
    try {
      double number = Double.parseDouble(bare(value));
      return number == (int) number ? (int) number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  DigitSet digits() {
    if (pixels.size() == 0) {
      throw new DataException(source + " has no rows of digits" + KNOWN);
    }
    return label < 0
        ? DigitSet.unlabelled(name, pixels.toByteArray())
        : DigitSet.of(name, pixels.toByteArray(), labels.toByteArray());
  }

  /** The digits in some lines of a table, the header included if it has one. */
  static DigitSet rows(String name, String source, String lines) {
    try {
      return new DigitTable(name, source).read(new BufferedReader(new StringReader(lines)));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /** Whether a line of a table is a digit: neither empty nor a comment nor a header. */
  static boolean isRow(String line) {
    return NUMBERS.matcher(line.strip().replaceFirst("^\uFEFF", "")).matches();
  }
}
