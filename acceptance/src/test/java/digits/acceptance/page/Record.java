package digits.acceptance.page;

import digits.acceptance.Project;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./lab record} starts. */
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
      try (Lab lab = Lab.start();
          Chromium chromium = Chromium.start()) {
        new Recorder(NOTEBOOKS, lab, chromium, System.out).record(notebooks);
      }
    } catch (CellFailure | RecordingException | IllegalStateException e) {
      System.err.println("record: " + e.getMessage());
      System.exit(1);
    }
  }
}
