package digits.model;

import digits.model.SavedFeatures2.SavedChain;
import digits.model.SavedFeatures2.SavedComponents;
import digits.model.SavedFeatures2.SavedConcat;
import digits.model.SavedFeatures2.SavedHog;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Small payloads that refer to one part again and again, to become large where they are read. */
@Timeout(60)
class SharedPartsTest {

  private static final SavedModel1 PIXELS = SampleModel.saved1(3, 1, 5);
  private static final float[] NONE = new float[784];

  static Stream<SavedFeatures2> sharing() {
    SavedMatrix square = new SavedMatrix(784, 784, new short[784 * 784]);
    SavedMatrix twin = new SavedMatrix(784, 784, square.bits());
    SavedFeatures2 one = new SavedComponents(square, NONE);
    return Stream.of(
        doubled(new SavedHog(2), false),
        doubled(one, true),
        doubled(one, false),
        new SavedChain(one, new SavedComponents(square, new float[784])),
        new SavedChain(one, new SavedComponents(twin, new float[784])));
  }

  /** A part beside or after itself, and so again: twice as large at each of eighteen levels. */
  private static SavedFeatures2 doubled(SavedFeatures2 part, boolean chained) {
    SavedFeatures2 whole = part;
    for (int i = 0; i < 18; i++) {
      whole = chained ? new SavedChain(whole, whole) : new SavedConcat(whole, whole);
    }
    return whole;
  }

  @ParameterizedTest
  @MethodSource("sharing")
  void aPartThatStandsThereTwiceIsRefused(SavedFeatures2 features) {
    SavedModel2 saved = new SavedModel2(features, PIXELS.classifiers(), PIXELS.origin());
    Forgery.assertRefused(2, Payload.write(saved), "twice");
  }

  @ParameterizedTest
  @EnumSource
  void weightsThatStandThereTwiceAreRefused(Format format) {
    double[] weights = new double[784];
    SavedModel1.Classifier[] two = {
      new SavedModel1.Classifier(1, weights, 0), new SavedModel1.Classifier(2, weights, 0)
    };
    format.assertRefused(Payload.write(format.with(two, PIXELS.origin())), "twice");
  }

  @ParameterizedTest
  @EnumSource
  void aClassifierThatStandsThereTwiceIsRefused(Format format) {
    SavedModel1.Classifier one = PIXELS.classifiers()[0];
    SavedModel1.Classifier[] two = {one, one};
    format.assertRefused(Payload.write(format.with(two, PIXELS.origin())), "stands there twice");
  }

  @Test
  void manyTimesOneClassifierAreRefusedBeforeTheyAreMade() {
    SavedModel1.Classifier[] many = new SavedModel1.Classifier[4_000];
    Arrays.fill(many, new SavedModel1.Classifier(1, new double[1_000_000], 0));
    // As many features as weights, so that nothing else refuses them first.
    SavedMatrix across = new SavedMatrix(1, 784, new short[784]);
    SavedMatrix down = new SavedMatrix(1_000_000, 1, new short[1_000_000]);
    SavedFeatures2 wide =
        new SavedChain(
            new SavedComponents(across, new float[1]),
            new SavedComponents(down, new float[1_000_000]));
    Forgery.assertRefused(
        2, Payload.write(new SavedModel2(wide, many, PIXELS.origin())), "at most ten classifiers");
  }
}
