package digits.acceptance.page;

import digits.acceptance.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entry point of {@code ./lab record}. */
final class Record {

  private static final String DOCS = "docs/";

  private Record() {}

  /**
   * Records notebooks of the project.
   *
   * @param names which ones, those in docs with their folder; all if there is none
   */
  public static void main(String... names) throws Exception {
    Map<Boolean, List<String>> inDocs =
        Stream.of(names).collect(Collectors.partitioningBy(name -> name.startsWith(DOCS)));
    try (Lab lab = Lab.start("");
        Chromium chromium = Chromium.start()) {
      for (boolean docs : List.of(false, true)) {
        if (names.length == 0 || !inDocs.get(docs).isEmpty()) {
          Path folder = Project.ROOT.resolve(docs ? DOCS : "notebooks");
          List<Path> notebooks = Recorder.find(folder, inDocs.get(docs));
          new Recorder(folder, lab, chromium, System.out).record(notebooks);
        }
      }
    } catch (CellFailure | IllegalStateException e) {
      System.err.println("record: " + e.getMessage());
      System.exit(1);
    }
  }
}
