package digits.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A notebook or a page of Markdown, and the code in it.
 *
 * @param path from the project's folder
 * @param cells the code of a notebook, cell by cell
 * @param text all else
 */
record Prose(String path, List<String> cells, String text) {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\n(.*?)^ *```");
  private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");

  static Prose of(String path) {
    if (!path.endsWith(".ipynb")) {
      return new Prose(path, List.of(), Project.text(path));
    }
    try {
      List<String> cells = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (JsonNode cell : new ObjectMapper().readTree(Project.text(path)).get("cells")) {
        StringBuilder source = new StringBuilder();
        cell.get("source").forEach(line -> source.append(line.asText()));
        if (cell.get("cell_type").asText().equals("code")) {
          cells.add(source.toString().replaceAll("(?m)^%.*", ""));
        } else {
          text.append(source).append("\n\n");
        }
      }
      return new Prose(path, cells, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Prose> notebooks() {
    return in("notebooks/", ".ipynb");
  }

  /** All documents of the project except the changelog. */
  static Stream<Prose> all() {
    Stream<Prose> pages =
        Stream.of(
                "",
                "docs/",
                "lib/core/",
                "lib/paper/",
                "lib/spark/",
                "lib/widgets/",
                "lib/tablesaw/")
            .flatMap(folder -> in(folder, ".md").stream())
            .filter(page -> !page.path().equals("CHANGELOG.md"));
    return Stream.of(notebooks().stream(), in("docs/", ".ipynb").stream(), pages)
        .flatMap(all -> all);
  }

  private static List<Prose> in(String folder, String ending) {
    try (Stream<Path> files = Files.list(Project.ROOT.resolve(folder))) {
      return files
          .map(file -> folder + file.getFileName())
          .filter(file -> file.endsWith(ending))
          .sorted()
          .map(Prose::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blocks of Java. */
  List<String> blocks() {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals("java"))
        .map(block -> block.group(2).strip())
        .toList();
  }

  /** The code between single backticks. */
  List<String> inline() {
    String flowing = BLOCK.matcher(text).replaceAll("");
    return INLINE.matcher(flowing).results().map((MatchResult code) -> code.group(1)).toList();
  }

  @Override
  public String toString() {
    return path;
  }
}
