package digits.acceptance.page;

import static digits.acceptance.page.TinyNotebooks.figure;
import static digits.acceptance.page.TinyNotebooks.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digits.acceptance.Notebook;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contents of recorded notebooks, and the state after a failure. */
@PageTest
class RecorderTest {

  private static final String TRACE =
      "\"type\", \"bar\", \"x\", List.of(\"a\", \"b\"), \"y\", List.of(1, 2)";

  private static final String PLOTLY = "/cells/1/outputs/0/data/application~1vnd.plotly.v1+json";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private void record(Lab lab, Chromium chromium) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    new Recorder(folder, lab, chromium, out).record(Recorder.find(folder, List.of()));
  }

  @Test
  void keepsThePicturesOfFiguresAndTheModelAndNothingOfTheMachine(Lab lab, Chromium chromium)
      throws Exception {
    Path first =
        Notebook.write(
            folder.resolve("a.ipynb"),
            TinyNotebooks.IMPORTS,
            figure(TRACE, titles("bars", "x", "y")),
            "java.nio.file.Files.writeString(java.nio.file.Path.of(\"models.ser\"), \"new\");");
    Path second =
        Notebook.write(
            folder.resolve("b.ipynb"),
            "java.nio.file.Files.readString(java.nio.file.Path.of(\"models.ser\"))");
    Files.writeString(folder.resolve("models.ser"), "old");

    record(lab, chromium);

    JsonNode recorded = new ObjectMapper().readTree(first.toFile());
    byte[] png = recorded.at("/cells/1/outputs/0/data/image~1png").binaryValue();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(picture.getWidth()).isGreaterThan(500);
    assertThat(picture.getColorModel().getPixelSize()).isEqualTo(8);
    assertThat(recorded.at(PLOTLY + "/data/0/type").asText()).isEqualTo("bar");
    assertThat(recorded.get("cells"))
        .extracting(cell -> cell.get("execution_count").asInt())
        .containsExactly(1, 2, 3);
    assertThat(recorded.get("cells")).allMatch(cell -> cell.get("metadata").isEmpty());
    assertThat(recorded.at("/metadata/language_info/version").isMissingNode()).isTrue();
    assertThat(Files.readString(second)).contains("\"new\"");
    assertThat(folder.resolve("models.ser")).hasContent("new");
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .startsWith("== a.ipynb", "   cell 1 of 3")
        .contains("== b.ipynb", "models.ser: 3 bytes");
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
  }

  @Test
  void changesNothingWhenACellFails(Lab lab, Chromium chromium) throws Exception {
    Path first = Notebook.write(folder.resolve("a.ipynb"), "6 * 7");
    Path second = Notebook.write(folder.resolve("b.ipynb"), "1 + 1", "int digit = \"five\";");
    String before = Files.readString(first);

    assertThatThrownBy(() -> record(lab, chromium))
        .isInstanceOf(CellFailure.class)
        .hasMessageStartingWith("b.ipynb, code cell 2: ")
        .hasMessageContaining("String cannot be converted to int");

    assertThat(first).hasContent(before);
    assertThat(Files.readString(second)).doesNotContain("\"2\"");
    assertThat(folder.resolve("models.ser")).doesNotExist();
  }
}
