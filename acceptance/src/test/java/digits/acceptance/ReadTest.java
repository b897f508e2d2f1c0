package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digits.model.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lab read} and {@code ./lab part}, as typed in another folder. */
@InTheProject
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

  @Test
  void trainsInPartsAndMergesThem() throws Exception {
    for (String part : List.of("2/2", "1/2")) {
      Outcome done = lab("part", part, "features", "70000", "part-" + part.charAt(0));
      assertThat(done.status()).as(done.output()).isZero();
    }
    Outcome half = lab("part", "merge", "part-2", "half.ser");
    assertThat(half.status()).isEqualTo(1);
    assertThat(half.output()).contains("these parts are missing: [1/2]");
    Outcome all = lab("part", "merge", "part-1", "part-2", "all.ser");
    assertThat(all.status()).as(all.output()).isZero();
    assertThat(ModelFile.load(folder.resolve("all.ser")).provenance().digits()).isEqualTo(70_000);
    assertThat(Double.parseDouble(all.output().replaceAll("(?s).*arg max\\): (\\S+) %.*", "$1")))
        .isBetween(0.7, 1.1);
    assertThat(lab("part", "5/2", "features", "1", "x").output())
        .contains("a part is numbered from 1 to the number of parts, not 5/2");
    assertThat(lab("part").output()).contains("like this: ./lab part 3/16 features 1000000");
  }

  private Outcome lab(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Project.ROOT.resolve("lab").toString()));
    command.addAll(List.of(arguments));
    return Outcome.of(new ProcessBuilder(command).directory(folder.toFile()), 5);
  }
}
