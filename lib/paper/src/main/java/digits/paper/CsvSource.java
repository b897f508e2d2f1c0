package digits.paper;

import digits.data.DataException;
import digits.data.DigitSet;
import digits.data.DigitStream;
import digits.data.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of labelled digits in a text file of any size, one digit to a line, as {@link DigitFile}
 * reads it. The file is read twice when the source is made, to find its lines and to check them,
 * and later only where it is asked.
 *
 * @param file in UTF-8
 * @param head the lines before the first digit
 * @param starts where every 1,024th digit begins, and the end of the file
 * @param count how many digits there are
 * @param classes which digits occur, ascending
 * @param checksum of all digits
 */
public record CsvSource(
    File file, String head, long[] starts, long count, int[] classes, String checksum)
    implements DigitStream {

  private static final long serialVersionUID = 1;
  private static final int EVERY = 1_024;
  private static final int BUFFER = 1 << 16;

  /**
   * Finds the lines of a file, and checks them.
   *
   * @throws DataException if the file cannot be read, or a line is not a labelled digit
   */
  public static CsvSource of(Path file) {
    CsvSource lines = lines(file);
    boolean[] occurs = new boolean[10];
    StringBuilder all = new StringBuilder();
    for (long first = 0; first < lines.count; first += EVERY) {
      DigitSet some = lines.read(first, (int) Math.min(EVERY, lines.count - first));
      IntStream.of(some.classes()).forEach(digit -> occurs[digit] = true);
      all.append(some.checksum());
    }
    int[] classes = IntStream.range(0, 10).filter(digit -> occurs[digit]).toArray();
    String checksum = Sha256.hex(all.toString().getBytes(StandardCharsets.US_ASCII));
    return new CsvSource(lines.file, lines.head, lines.starts, lines.count, classes, checksum);
  }

  private static CsvSource lines(Path file) {
    StringBuilder head = new StringBuilder();
    List<Long> starts = new ArrayList<>();
    long count = 0;
    long at = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        String text = new String(line, StandardCharsets.UTF_8);
        if (DigitTable.isRow(text)) {
          if (count % EVERY == 0) {
            starts.add(at);
          }
          count++;
        } else if (count == 0) {
          head.append(text);
        }
        at += line.length;
      }
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
    starts.add(at);
    long[] places = starts.stream().mapToLong(Long::longValue).toArray();
    return new CsvSource(file.toFile(), head.toString(), places, count, new int[0], "");
  }

  /** The bytes of a line with its end; none at the end of the file. */
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  @Override
  public String name() {
    return file.getName();
  }

  @Override
  public DigitSet read(long first, int number) {
    int block = (int) (first / EVERY);
    int end = (int) ((first + number + EVERY - 1) / EVERY);
    byte[] bytes = new byte[Math.toIntExact(starts[end] - starts[block])];
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      in.seek(starts[block]);
      in.readFully(bytes);
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
    String source = file + ", digits from " + (long) block * EVERY + " on";
    DigitSet blocks =
        DigitTable.rows(name(), source, head + new String(bytes, StandardCharsets.UTF_8));
    return blocks.read(first - (long) block * EVERY, number);
  }

  @Override
  public int[] classes() {
    return classes.clone();
  }
}
