package digits.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import digits.acceptance.InTheProject;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.draw.Drawing;
import digits.evaluate.Evaluation;
import digits.features.FeatureMap;
import digits.features.Pixels;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Prediction;
import digits.model.Provenance;
import digits.notebook.MarginScale;
import digits.notebook.Palette;
import digits.notebook.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page to draw on computes what Java computes, from the file system and without a network. */
@InTheProject
class TryPageTest {

  private static final Path FILE = Site.FOLDER.resolve("try/index.html");

  /** More than the errors of a trained model. */
  private static final Map<String, Double> ERRORS = Map.of("logistic", 0.11, "features", 0.02);

  private static final List<Drawing> DRAWINGS =
      List.of(
          Drawing.of(22, DigitPadTest.ZERO),
          Drawing.of(22, DigitPadTest.ONE),
          Drawing.of(22, DigitPadTest.SEVEN, "90,150 190,150"),
          Drawing.of(8, DigitPadTest.SCRIBBLE),
          Drawing.of(20, "80,60 200,60 130,220"),
          Drawing.of(9, "0,0 3,90"),
          Drawing.of(12, "5,5 200,30 190,10"),
          Drawing.of(25, "10,10 10,110"),
          Drawing.of(20, "50,50 92,50"));

  private static final String MARGINS =
      """
      ([name, all]) => all.map((digit) =>
        digits.models[name].margins(Uint8Array.from(atob(digit), (byte) => byte.charCodeAt(0))))
      """;

  private static final String DRAW =
      """
      async ([pen, strokes]) => {
        digits.state.set("pen", pen);
        digits.state.set("strokes", strokes);
        await digits.state.save_changes();
        return [...new Uint8Array(digits.state.get("pixels").buffer)];
      }
      """;

  private static Map<String, DigitClassifier> models;
  private static Chromium chromium;

  private final List<String> errors = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void build() throws Exception {
    chromium = Chromium.start();
    Site.build();
    String weights = Files.readString(FILE).split("id=\"weights\">")[1].split("</script>")[0];
    JsonNode json = new ObjectMapper().readTree(weights);
    models =
        Map.of(
            "logistic",
            model(new Pixels(), json.get("logistic")),
            "features",
            model((FeatureMap) Trainer.features().recipe(), json.get("features")));
  }

  private static DigitClassifier model(FeatureMap features, JsonNode json) {
    List<LinearClassifier> classifiers = new ArrayList<>();
    for (JsonNode one : json) {
      double[] weights =
          StreamSupport.stream(one.get("weights").spliterator(), false)
              .mapToDouble(JsonNode::asDouble)
              .toArray();
      double intercept = one.get("intercept").asDouble();
      classifiers.add(new LinearClassifier(one.get("digit").asInt(), features, weights, intercept));
    }
    return new DigitClassifier(
        classifiers, new Provenance("none", Map.of(), 0, "none", 1, "none", "none", 0));
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    page = chromium.empty();
    page.onConsoleMessage(message -> errors.add(message.text()));
    page.onPageError(errors::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(FILE.toUri().toString());
  }

  @AfterEach
  void nothingWasLoadedAndNothingWentWrong() {
    page.context().close();
    assertThat(requests).singleElement().asString().startsWith("file:");
    assertThat(errors).isEmpty();
  }

  @Test
  void theMarginsOfAThousandTestDigitsAreThoseOfJava() {
    DigitSet test = Mnist.load().test().sample(1_000, 1);
    List<String> digits =
        test.stream().map(d -> Base64.getEncoder().encodeToString(d.pixels())).toList();
    models.forEach(
        (name, model) -> {
          List<?> margins = (List<?>) page.evaluate(MARGINS, List.of(name, digits));
          double largest = 0;
          for (int i = 0; i < test.size(); i++) {
            double[] expected = model.predict(test.get(i)).margins();
            for (int j = 0; j < 10; j++) {
              double margin = ((Number) ((List<?>) margins.get(i)).get(j)).doubleValue();
              largest = Math.max(largest, Math.abs(margin - expected[j]));
            }
          }
          System.out.println(name + ": the margins differ by at most " + largest);
          assertThat(largest).as(name).isLessThan(1e-4);
          assertThat(Evaluation.of(model, test).error(Decision.ARG_MAX))
              .isLessThan(ERRORS.get(name));
        });
  }

  @Test
  void drawingsBecomeTheDigitsOfJavaAndGetItsAnswers() {
    for (Drawing drawing : DRAWINGS) {
      List<List<Double>> strokes =
          drawing.strokes().stream()
              .map(s -> s.points().stream().flatMap(p -> Stream.of(p.x(), p.y())).toList())
              .toList();
      Digit digit = drawing.toDigit();
      List<?> pixels = (List<?>) page.evaluate(DRAW, List.of(drawing.pen(), strokes));
      for (int i = 0; i < Digit.PIXELS; i++) {
        assertThat((int) pixels.get(i)).isCloseTo(digit.pixel(i / 28, i % 28), within(1));
      }
      Prediction expected = models.get("features").predict(digit);
      reads(
          Words.headline(expected, Decision.ARG_MAX), Words.whoSaysYes(expected, Decision.ARG_MAX));
      assertThat(page.locator("td.digits-number"))
          .hasText(
              DoubleStream.of(expected.margins())
                  .mapToObj(MarginScale::text)
                  .toArray(String[]::new));
      int first = expected.predicted(Decision.FIRST_YES);
      String both =
          first == expected.predicted() ? "Both rules give " : "The largest margin gives ";
      assertThat(page.locator("#words")).containsText(both + expected.predicted());
    }
  }

  @Test
  void theBarsMoveWhileTheMouseDraws() {
    Locator paper = page.locator(".pad-paper");
    reads("Draw a digit", "");
    DigitPadTest.draw(paper, "140,140");
    reads("Too little ink", "draw a line at least three pen widths long");
    page.keyboard().press("Delete");
    DigitPadTest.draw(paper, DigitPadTest.SCRIBBLE);
    reads("Too much ink", "hardly any MNIST digit has this much");
    page.locator("button:text-is('Clear')").click();
    reads("Draw a digit", "");
    assertThat(page.locator(".digits-bar.digits-yes")).hasCount(0);
    paper.hover();
    page.mouse().down();
    page.mouse().move(paper.boundingBox().x + 100, paper.boundingBox().y + 20);
    assertThat(page.locator(".digits-bar:is(.digits-yes, .digits-no)")).hasCount(10);
    page.mouse().up();
    page.keyboard().press("Control+z");
    DigitPadTest.draw(paper, DigitPadTest.SEVEN);
    reads("Reads 7", "only 7 says yes");
    Locator ofSeven = page.locator("td.digits-number").nth(7);
    String margin = ofSeven.innerText();
    page.locator("select").selectOption("logistic (on pixels)");
    assertThat(ofSeven).not().hasText(margin);
    reads("Reads 7", "only 7 says yes");
    assertThat(page.locator(".pad-choices, .digits-note:visible")).hasCount(0);
    look();
  }

  /** All text is readable and fits, in each theme, on a phone and on a laptop. */
  private void look() {
    page.locator("main").evaluate("node => node.classList.add('jp-OutputArea-output')");
    assertThat(page.content())
        .contains(Palette.css().lines().filter(l -> l.contains("--")).toList());
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      for (int width : new int[] {360, 1280}) {
        page.setViewportSize(width, 800);
        assertThat((List<?>) page.evaluate("[...inPage.unreadable(), ...inPage.clipped()]"))
            .as("%s, %d pixels wide", theme, width)
            .isEmpty();
        String name = "try-%d-%s.png".formatted(width, theme.name().toLowerCase(Locale.ROOT));
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(InThePage.SCREENSHOTS.resolve(name))
                .setFullPage(true));
      }
    }
  }

  private void reads(String headline, String words) {
    assertThat(page.locator(".digits-headline")).hasText(headline);
    assertThat(page.locator(".digits-words")).hasText(words);
  }
}
