package digits.store;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Payloads of the right classes whose values no model can have. */
class WrongValuesTest {

  private static final SavedModel1 SAVED = SampleModel.saved1(3, 1, 5);

  /** Each with a part of what the message says. */
  static Stream<Arguments> wrongModels() {
    SavedModel1.Classifier[] two = SAVED.classifiers();
    SavedModel1.Origin origin = SAVED.origin();
    double[] weights = two[0].weights();
    double[] notFinite = weights.clone();
    notFinite[783] = Double.NaN;
    return Stream.of(
        arguments(new SavedModel1("hog", two, origin), "not \"hog\""),
        arguments(of(), "at least one classifier"),
        arguments(of(two[0], two[0]), "one classifier a digit, not [1, 1]"),
        arguments(of(two[0], two[1], null), ""),
        arguments(of(new SavedModel1.Classifier(10, weights, 0)), "0 to 9, not 10"),
        arguments(of(new SavedModel1.Classifier(-1, weights, 0)), "0 to 9, not -1"),
        arguments(of(new SavedModel1.Classifier(1, new double[783], 0)), "not 783"),
        arguments(of(new SavedModel1.Classifier(1, notFinite, 0)), "finite"),
        arguments(of(new SavedModel1.Classifier(1, weights, 1 / 0.0)), "finite"),
        arguments(new SavedModel1("pixels", two, from(0, 0.5, "a", "b")), "at least 1 digit"),
        arguments(new SavedModel1("pixels", two, from(1, 1.5, "a", "b")), "0 to 1, not 1.5"),
        arguments(new SavedModel1("pixels", two, from(1, 0 / 0.0, "a", "b")), "0 to 1, not NaN"),
        arguments(new SavedModel1("pixels", two, from(1, 0.5, "a", "a")), "option a"));
  }

  @ParameterizedTest
  @MethodSource("wrongModels")
  void valuesThatAModelCannotHaveAreRefused(SavedModel1 wrong, String said) {
    Forgery.assertRefused(Payload.write(wrong), said);
  }

  @Test
  void partsThatAreNotThereAreRefused() throws IOException {
    String[] values = SAVED.origin().optionValues();
    Forgery.assertRefused(
        Forgery.written(SAVED, values, new String[] {"1"}), "3 names of options, but 1 values");
    Forgery.assertRefused(Forgery.written(SAVED, values, new String[3]), "no option value");
    Forgery.assertRefused(Forgery.written(SAVED, values, null), "");
    Forgery.assertRefused(Forgery.written(SAVED, SAVED.origin(), null), "no origin");
    Forgery.assertRefused(Forgery.written(SAVED, SAVED.features(), null), "no features");
    Forgery.assertRefused(Forgery.written(SAVED, SAVED.classifiers(), null), "no classifiers");
    Forgery.assertRefused(
        Forgery.written(SAVED, SAVED.classifiers()[0].weights(), null), "no weights");
  }

  private static SavedModel1 of(SavedModel1.Classifier... classifiers) {
    return new SavedModel1("pixels", classifiers, SAVED.origin());
  }

  private static SavedModel1.Origin from(int digits, double error, String... optionNames) {
    String[] values = {"1", "2"};
    return new SavedModel1.Origin("l", optionNames, values, 1, "d", digits, "c", "v", error);
  }
}
