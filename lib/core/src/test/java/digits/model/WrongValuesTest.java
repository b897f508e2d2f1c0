package digits.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import digits.features.Pixels;
import digits.features.RandomUnits.Units;
import digits.linalg.FloatMatrix;
import digits.model.SavedModel.Origin;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Payloads of the right classes whose values no model can have. */
class WrongValuesTest {

  private static final SavedModel SAVED = SavedModel.of(SampleModel.of(3, 1, 5));
  private static final SavedFeatures PIXELS = SavedFeatures.of(new Pixels());
  private static final double[] WEIGHTS = SAVED.weights()[0];
  private static final float[] ONE = {1};
  private static final float[] NONE = {};
  private static final String VIEWS = "views 1 0 0 0 0 4";

  static Stream<Arguments> wrongModels() {
    double[] notFinite = WEIGHTS.clone();
    notFinite[783] = Double.NaN;
    return Stream.of(
        arguments("at least one classifier", with(new int[0], new double[0][], 0)),
        arguments("but these detect [1, 1]", with(new int[] {1, 1}, SAVED.weights(), 0)),
        arguments("0 to 9, not 10", one(10, WEIGHTS, 0)),
        arguments("0 to 9, not -1", one(-1, WEIGHTS, 0)),
        arguments("not 783", one(1, new double[783], 0)),
        arguments("finite", one(1, notFinite, 0)),
        arguments("finite", one(1, WEIGHTS, 1 / 0.0)),
        arguments("at least 1 digit", from(0, 0.5, "a", "1")),
        arguments("0 to 1, not 1.5", from(1, 1.5, "a", "1")),
        arguments("0 to 1, not NaN", from(1, 0 / 0.0, "a", "1")),
        arguments("the option a stands", from(1, 0.5, "a", "1", "a", "2")),
        arguments("Index 3 out of bounds", from(1, 0.5, "a", "1", "b")));
  }

  @ParameterizedTest
  @MethodSource("wrongModels")
  void valuesThatAModelCannotHaveAreRefused(String said, SavedModel wrong) {
    Forgery.assertRefused(Payload.encode(wrong), said);
  }

  static Stream<Arguments> wrongFeatures() {
    short[] row = new short[784];
    short[] infinite = new short[784];
    infinite[5] = (short) 0x7F80;
    return Stream.of(
        arguments("2, 4, 7 or 14 pixels wide, not 3", maps("hog 3")),
        arguments("For input string: \"7.0\"", maps("hog 7.0")),
        arguments("Index 1 out of bounds", maps("hog")),
        arguments("there are no features \"\"", maps("")),
        arguments("do not fit together", maps()),
        arguments("do not fit together", maps("chain", "pixels")),
        arguments("more than the features need", maps("pixels", "pixels")),
        arguments("1 to 14 pixels, not -1.0", maps("deskew -1.0")),
        arguments("not NaN", maps("deskew NaN")),
        arguments("takes rows of 784", maps("chain", "hog 7", "pixels")),
        arguments("rows of 1", fitted(null, ONE, ONE.clone(), "concat", "pixels", "standardize")),
        arguments("not -1", maps("views -1 0 0 0 0 4", "pixels")),
        arguments("not 1,001", maps("views 1001 0 0 0 0 4", "pixels")),
        arguments("views need a map of 784", fitted(null, ONE, ONE.clone(), VIEWS, "standardize")),
        arguments("scales must be 1, not 0", fitted(null, ONE, NONE, "standardize")),
        arguments("means must be 1, not 0", fitted(null, NONE, NONE.clone(), "standardize")),
        arguments("784 pixels, not rows of 1", fitted(null, ONE, ONE.clone(), "standardize")),
        arguments("do not fit together", maps("units")),
        arguments("directions are not all finite", fitted(infinite, ONE, null, "components")),
        arguments("offsets are not all finite", fitted(row, new float[] {0 / 0f}, null, "units")),
        arguments("3 rows does not have 784", fitted(row, new float[3], null, "units")),
        arguments("0 rows does not have 784", fitted(row, NONE, null, "units")),
        arguments("1 rows does not have 0", fitted(new short[0], ONE, null, "units")),
        arguments("more than the features need", fitted(row, ONE, ONE.clone(), "units")));
  }

  @ParameterizedTest
  @MethodSource("wrongFeatures")
  void featuresThatCannotBeAreRefused(String said, SavedFeatures wrong) throws IOException {
    Forgery.assertRefused(Forgery.written(SAVED, SAVED.features(), wrong), said);
  }

  /** Five bytes name an array again: a small file would make a model of any size. */
  @Test
  void anArrayThatStandsThereTwiceIsRefused() throws IOException {
    double[][] weights = SAVED.weights();
    Forgery.assertRefused(Forgery.written(SAVED, weights[1], weights[0]), "stands there twice");
    short[] a = new short[784];
    short[] b = new short[784];
    String[] maps = {"chain", "units", "units"};
    SavedFeatures two = new SavedFeatures(maps, new short[][] {a, b}, new float[][] {ONE, {1}});
    Forgery.assertRefused(Forgery.written(SAVED, SAVED.features(), two), "takes rows of 784");
    SavedModel model = with(two);
    Forgery.assertRefused(Forgery.written(model, b, a), "stands there twice");
    Forgery.assertRefused(Forgery.written(model, two.vectors()[1], ONE), "stands there twice");
  }

  @Test
  void moreMapsThanAnybodyCombinesAreRefused() throws IOException {
    String[] many = new String[101];
    Arrays.fill(many, "chain");
    String[] most = Arrays.copyOf(many, 100);
    SavedModel model = with(maps(most));
    Forgery.assertRefused(Payload.encode(model), "do not fit together");
    Forgery.assertRefused(Forgery.written(model, most, many), "at most 100 maps, not 101");
  }

  @Test
  void partsThatAreNotThereAreRefused() throws IOException {
    String none = "a part of the model is not there";
    for (Object part :
        new Object[] {
          SAVED.features(),
          SAVED.features().maps(),
          SAVED.features().maps()[0],
          SAVED.features().vectors(),
          SAVED.digits(),
          SAVED.weights(),
          SAVED.weights()[1],
          SAVED.intercepts(),
          SAVED.origin(),
          SAVED.origin().learner(),
          SAVED.origin().options(),
          SAVED.origin().options()[0],
          SAVED.origin().options()[1]
        }) {
      Forgery.assertRefused(Forgery.written(SAVED, part, null), none);
    }
    Forgery.assertRefused(
        Forgery.written(SAVED, SAVED.intercepts(), new double[3]), "each classifier needs");
    Forgery.assertRefused(Forgery.written(SAVED, SAVED.features(), SAVED.origin()), "Origin");
  }

  @Test
  void numbersThatWouldChangeAreNotSaved() {
    FloatMatrix odd = new FloatMatrix(1, 1);
    odd.setRow(0, new float[] {0.1f});
    assertThatThrownBy(() -> SavedFeatures.of(new Units(odd, new float[1])))
        .hasMessageContaining("only bfloat16 numbers");
  }

  private static SavedFeatures maps(String... maps) {
    return new SavedFeatures(maps, new short[0][], new float[0][]);
  }

  /** At most one matrix, and one or two vectors. */
  private static SavedFeatures fitted(short[] matrix, float[] one, float[] two, String... maps) {
    short[][] matrices = matrix == null ? new short[0][] : new short[][] {matrix};
    return new SavedFeatures(
        maps, matrices, two == null ? new float[][] {one} : new float[][] {one, two});
  }

  private static SavedModel with(SavedFeatures features) {
    return new SavedModel(
        features, SAVED.digits(), SAVED.weights(), SAVED.intercepts(), SAVED.origin());
  }

  private static SavedModel with(int[] digits, double[][] weights, double intercept) {
    double[] intercepts = new double[digits.length];
    Arrays.fill(intercepts, intercept);
    return new SavedModel(PIXELS, digits, weights, intercepts, SAVED.origin());
  }

  private static SavedModel one(int digit, double[] weights, double intercept) {
    return with(new int[] {digit}, new double[][] {weights}, intercept);
  }

  private static SavedModel from(int digits, double error, String... options) {
    Origin wrong = new Origin("l", options, 1, "d", digits, "c", "v", error);
    return new SavedModel(PIXELS, SAVED.digits(), SAVED.weights(), SAVED.intercepts(), wrong);
  }
}
