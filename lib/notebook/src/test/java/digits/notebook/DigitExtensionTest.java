package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.evaluate.Curve;
import digits.evaluate.Evaluation;
import digits.features.Pixels;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Prediction;
import digits.model.Provenance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kernel's own renderer makes of the digits' types. */
class DigitExtensionTest {

  private final Renderer renderer = new Renderer();

  @BeforeEach
  void installTwice() {
    DigitExtension.register(renderer);
    DigitExtension.register(renderer);
  }

  private static Prediction prediction(int actual, double ofTwo, double ofSeven) {
    return new Prediction(
        Digit.of(new byte[784], actual), new int[] {2, 7}, new double[] {ofTwo, ofSeven});
  }

  private static String text(DisplayData shown) {
    return (String) shown.getData(MIMEType.TEXT_PLAIN);
  }

  private static int width(DisplayData shown) throws IOException {
    byte[] png = Base64.getDecoder().decode((String) shown.getData(MIMEType.IMAGE_PNG));
    return ImageIO.read(new ByteArrayInputStream(png)).getWidth();
  }

  @Test
  void aPredictionIsItsVerdictCard() throws IOException {
    DisplayData shown = renderer.render(prediction(7, -1, 2));
    assertThat(width(shown)).isEqualTo(VerdictCard.WIDTH);
    assertThat(text(shown))
        .startsWith("digit 0: predicted 7, actual 7, correct")
        .contains("2   -1.00 no");
  }

  @Test
  void aSetIsAMosaicOfItsFirstHundred() throws IOException {
    DigitSet set = DigitSet.of("many", new byte[150 * 784], new byte[150]);
    DisplayData shown = renderer.render(set);
    assertThat(width(shown)).isGreaterThan(20 * 56);
    assertThat(text(shown)).startsWith("many: 150 digits, the first 100").contains("0 0 0");
  }

  @Test
  void aModelIsItsWeightsOrWhatItSaysOfItself() throws IOException {
    DisplayData linear =
        renderer.render(model(new LinearClassifier(3, new Pixels(), new double[784], 0)));
    assertThat(width(linear)).isGreaterThan(100);
    assertThat(text(linear)).contains("is it a 3? (784 weights on pixels)");
    DisplayData other =
        renderer.render(model(new LinearClassifier(3, Pixels.raw(), new double[784], 0)));
    assertThat(other.hasDataForType(MIMEType.IMAGE_PNG)).isFalse();
    assertThat(text(other)).contains("yes/no classifiers for 3").contains("no picture:");
  }

  private static DigitClassifier model(LinearClassifier classifier) {
    Provenance origin = new Provenance("by hand", Map.of(), 0, "none", 1, "", "0", 0);
    return new DigitClassifier(List.of(classifier), origin);
  }

  @Test
  void measuresAreTablesPicturesAndFigures() throws IOException {
    Evaluation evaluation =
        Evaluation.of(
            Stream.of(prediction(2, 1, -1), prediction(7, 2, 1), prediction(7, -1, 1)).toList());
    DisplayData shown = renderer.render(evaluation);
    assertThat((String) shown.getData(MIMEType.TEXT_HTML)).contains("<table").contains("33.33");
    assertThat(text(shown)).contains("test error (arg max): 33.33 %");

    DisplayData matrix = renderer.render(evaluation.confusion());
    assertThat(width(matrix)).isGreaterThan(100);
    assertThat(text(matrix)).contains("rows: actual");

    DisplayData curve = renderer.render(Curve.roc(evaluation.scores(7)));
    assertThat(curve.getData(MIMEType.parse("application/vnd.plotly.v1+json")).toString())
        .contains("AUC 1.000");
    assertThat(text(curve)).contains("ROC");
  }
}
