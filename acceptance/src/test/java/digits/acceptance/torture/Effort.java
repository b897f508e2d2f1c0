package digits.acceptance.torture;

import digits.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How hard the tests of this package try: briefly in {@code ./lab test}, long in {@code ./lab
 * torture}, which ends with a table of what was tried.
 */
final class Effort {

  private static final boolean LONG = "long".equals(System.getProperty("torture"));

  private Effort() {}

  /** Whether this is the long form. */
  static boolean isLong() {
    return LONG;
  }

  /**
   * Chooses by the form.
   *
   * @param few of the short form
   * @param many of the long form
   */
  static int times(int few, int many) {
    return LONG ? many : few;
  }

  /** The seed of a test's random choices. It is printed; {@code -Dtorture.seed} sets it. */
  static long seed(Class<?> test) {
    long seed = Long.getLong("torture.seed", System.currentTimeMillis() % 1_000_000);
    System.out.println(test.getSimpleName() + ": -Dtorture.seed=" + seed);
    return seed;
  }

  /**
   * Adds a row to the table.
   *
   * @param promise what was tried, as SECURITY.md names it
   * @param figures how often and how it ended, in words
   */
  static void tried(String promise, String figures) throws IOException {
    String row = "| " + promise + " | " + figures + " |\n";
    System.out.print(row);
    Path table = Project.ROOT.resolve("acceptance/target/torture.md");
    Files.writeString(table, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
