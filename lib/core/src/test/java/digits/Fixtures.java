package digits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The numbers that scikit-learn gave, kept beside the tests. */
public final class Fixtures {

  private Fixtures() {}

  /** The cells of a file, row by row, without comments and without the row of names. */
  public static List<List<String>> csv(String name) {
    List<List<String>> rows = csvWithoutNames(name);
    if (rows.size() < 2) {
      throw new IllegalStateException(name + " has no rows, and what is compared with none passes");
    }
    return rows.subList(1, rows.size());
  }

  /** The cells of a file that has no row of names. */
  public static List<List<String>> csvWithoutNames(String name) {
    try (var in = Fixtures.class.getResourceAsStream("/digits/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(",")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
