package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lab read}, as typed in another folder. */
class ReadTest {

  private static final Path PAGES = Project.ROOT.resolve("notebooks/pages");

  @TempDir private Path folder;

  /** These pages are made of training digits, so hardly any is misread. */
  @Test
  void readsPicturesAndNamesThoseThatAreNone() throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "dear reader");
    for (String name : List.of("squared.jpg", "form.jpg")) {
      Files.copy(PAGES.resolve(name), folder.resolve(name));
    }
    Outcome text = lab("read", "squared.jpg", "letter.txt");
    assertThat(text.status()).isEqualTo(1);
    List<String> written = Files.readAllLines(PAGES.resolve("squared.txt"));
    assertThat(text.output())
        .containsPattern(
            "squared\\.jpg: 800 x \\d+ pixels, \\d+ digits in " + written.size() + " rows")
        .contains("letter.txt is a text file, not a JPEG, PNG, GIF, BMP, TIFF or WebP picture")
        .containsPattern("\\n[0-9?]{" + written.get(0).length() + "}\\n");

    Outcome json = lab("read", "--json", "form.jpg", PAGES.resolve("board.jpg").toString());
    assertThat(json.status()).as(json.output()).isZero();
    List<JsonNode> objects = new ArrayList<>();
    for (String line : json.lines()) {
      if (line.startsWith("{")) {
        objects.add(new ObjectMapper().readTree(line));
      }
    }
    assertThat(objects).hasSize(2);
    assertThat(objects.get(0).get("file").asText()).isEqualTo("form.jpg");
    assertThat(objects.get(0).get("rows"))
        .map(JsonNode::asText)
        .hasSameElementsAs(Files.readAllLines(PAGES.resolve("form.txt")));
  }

  private Outcome lab(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Project.ROOT.resolve("lab").toString()));
    command.addAll(List.of(arguments));
    return Outcome.of(new ProcessBuilder(command).directory(folder.toFile()), 5);
  }
}
