package digits.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import digits.acceptance.Notebook;
import digits.acceptance.Outcome;
import digits.acceptance.Project;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.draw.Drawing;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page to draw on computes what Java computes, from the file system and without a network. */
@PageTest
class TryPageTest {

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

  @TempDir private static Path folder;
  private static Map<String, DigitClassifier> models;

  private final List<String> errors = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void build() throws Exception {
    Path weights = folder.resolve("weights.json");
    Path program = Project.ROOT.resolve("site/Weights.java");
    succeeds(
        Outcome.of(
            new ProcessBuilder(
                "java",
                "-cp",
                System.getProperty("java.class.path"),
                program.toString(),
                weights.toString()),
            2));
    succeeds(Notebook.python("site/build_try.py", folder.resolve("try"), weights));
    DigitSet train = Mnist.load().train();
    models =
        Map.of(
            "logistic",
            Trainer.logistic().train(train),
            "features",
            Trainer.features().train(train));
  }

  private static void succeeds(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.output()).isZero();
  }

  @BeforeEach
  void open(Chromium chromium) {
    page = chromium.blank();
    page.onConsoleMessage(message -> errors.add(message.text()));
    page.onPageError(errors::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(folder.resolve("try/index.html").toUri().toString());
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
    List<String> bytes =
        test.stream().map(d -> Base64.getEncoder().encodeToString(d.pixels())).toList();
    models.forEach(
        (name, model) -> {
          Object found =
              page.evaluate(
                  "([name, all]) => all.map((one) => digits.models[name].margins(Uint8Array.from(atob(one), (c) => c.charCodeAt(0))))",
                  List.of(name, bytes));
          List<double[]> margins = ((List<?>) found).stream().map(TryPageTest::numbers).toList();
          double largest = 0;
          for (int i = 0; i < test.size(); i++) {
            double[] expected = model.predict(test.get(i)).margins();
            for (int j = 0; j < 10; j++) {
              largest = Math.max(largest, Math.abs(margins.get(i)[j] - expected[j]));
            }
          }
          System.out.println(name + ": the margins differ by at most " + largest);
          assertThat(largest).as(name).isLessThan(1e-4);
        });
  }

  private static double[] numbers(Object list) {
    return ((List<?>) list).stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }
}
