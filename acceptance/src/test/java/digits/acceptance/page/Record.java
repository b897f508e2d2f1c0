package digits.acceptance.page;

import digits.acceptance.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The entry point of {@code ./lab record}. */
final class Record {

  private static final Path NOTEBOOKS = Project.ROOT.resolve("notebooks");

  private Record() {}

  /**
   * Records notebooks of the project.
   *
   * @param names which ones; all if there is none
   */
  public static void main(String... names) throws Exception {
    try {
      List<Path> notebooks = Recorder.find(NOTEBOOKS, List.of(names));
      try (Lab lab = Lab.start(Map.of());
          Chromium chromium = Chromium.start()) {
        new Recorder(NOTEBOOKS, lab, chromium, System.out).record(notebooks);
      }
    } catch (CellFailure | IllegalStateException e) {
      System.err.println("record: " + e.getMessage());
      System.exit(1);
    }
  }
}
