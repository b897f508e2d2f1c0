package digits.paper;

import digits.data.DataException;
import digits.data.DigitSet;
import digits.data.FileKind;
import digits.data.IdxFile;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final String KNOWN = DigitTable.KNOWN;

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
}
