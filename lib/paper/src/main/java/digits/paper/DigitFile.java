package digits.paper;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.FileKind;
import digits.data.IdxFile;
import digits.data.Message;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Digits from whatever they are kept in: a table, a folder of pictures, IDX files, or a picture.
 *
 * <p>The file is inspected, and its name plays no part. These are known:
 *
 * <ul>
 *   <li>CSV and ARFF with 784 columns of pixels and perhaps one of labels: Kaggle's {@code
 *       train.csv} and {@code test.csv}, OpenML's {@code mnist_784}, and CSV without a header,
 *       where the label comes first
 *   <li>a folder with folders {@code 0} to {@code 9} of pictures, one digit each
 *   <li>an IDX file of images, beside which one of labels may lie under the same name with {@code
 *       labels} for {@code images} and {@code idx1} (or QMNIST's {@code idx2-int}) for {@code idx3}
 *   <li>a picture of a page, as for {@link Page}
 * </ul>
 */
public final class DigitFile {

  private static final String KNOWN =
      "; known are CSV and ARFF with 784 pixels a row, a folder with folders 0 to 9 of pictures, IDX"
          + " files of images, and pictures of pages";

  private static final List<String> LABELS = List.of("label", "class", "target", "y", "digit");

  private DigitFile() {}

  /**
   * Reads all digits; they are unlabelled where the file has no labels.
   *
   * @return a set named after the file
   * @throws DataException if the file is of another kind, or broken; the message says what it is
   */
  public static DigitSet read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.isDirectory(file)) {
        return folder(name, file);
      }
      byte[] start;
      try (InputStream in = Files.newInputStream(file)) {
        start = in.readNBytes(FileKind.BYTES);
      }
      String kind = FileKind.of(start).orElse("of an unknown kind");
      if (kind.startsWith("an IDX file") || kind.startsWith("a gzip")) {
        return idx(name, file);
      }
      if (kind.equals("a text file")) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
          return new DigitTable(name, file.toString()).read(lines);
        }
      }
      if (PictureFile.isPicture(start)) {
        return Page.read(file).digits();
      }
      throw new DataException(file + " is " + kind + KNOWN);
    } catch (MalformedInputException e) {
      throw new DataException(file + " is no text in UTF-8" + KNOWN);
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
  }

  /**
   * The digits in a table with 784 columns of pixels, 0 to 255, and perhaps one of labels, which is
   * called label, class, target, y or digit.
   *
   * @throws DataException if it has other columns or values
   */
  public static DigitSet of(Table table) {
    DigitTable rows = new DigitTable(table.name(), "the table " + table.name());
    rows.header(table.columnNames().toArray(String[]::new));
    for (int row = 0; row < table.rowCount(); row++) {
      int at = row;
      rows.add(table.columns().stream().map(column -> column.getString(at)).toArray(String[]::new));
    }
    return rows.digits();
  }

  private static DigitSet folder(String name, Path folder) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    for (int label = 0; label <= 9; label++) {
      Path pictures = folder.resolve(String.valueOf(label));
      if (!Files.isDirectory(pictures)) {
        continue;
      }
      try (Stream<Path> files = Files.list(pictures)) {
        for (Path file : files.filter(path -> !isHidden(path)).sorted().toList()) {
          pixels.writeBytes(Page.readDigit(file).pixels());
          labels.write(label);
        }
      }
    }
    if (labels.size() == 0) {
      throw new DataException(folder + " has no folders 0 to 9 with pictures in them" + KNOWN);
    }
    return DigitSet.of(name, pixels.toByteArray(), labels.toByteArray());
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static DigitSet idx(String name, Path file) {
    IdxFile images = IdxFile.images(file);
    String labels = name.replace("images", "labels");
    for (String kind : new String[] {"idx1-ubyte", "idx2-int"}) {
      Path beside = file.resolveSibling(labels.replace("idx3-ubyte", kind));
      if (!beside.equals(file) && Files.exists(beside)) {
        return IdxFile.digits(name, images, IdxFile.labels(beside));
      }
    }
    return IdxFile.unlabelled(name, images);
  }

  /** A table of digits, row by row. */
  private static final class DigitTable {

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
          boolean named = !bare.matches("[-+.,;\t\\d\"'\\s]*");
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
  }
}
