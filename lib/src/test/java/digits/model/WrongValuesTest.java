package digits.model;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import digits.model.SavedModel1.Classifier;
import digits.model.SavedModel1.Origin;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Payloads of the right classes whose values no model can have. */
class WrongValuesTest {

  /** Each version, with what the message says in part. */
  static Stream<Arguments> wrongModels() {
    return Stream.of(Format.values()).flatMap(WrongValuesTest::wrongModels);
  }

  private static Stream<Arguments> wrongModels(Format format) {
    Classifier[] two = Format.CLASSIFIERS;
    double[] weights = two[0].weights();
    double[] notFinite = weights.clone();
    notFinite[783] = Double.NaN;
    return Stream.of(
        wrong(format, "at least one classifier"),
        wrong(
            format,
            "per digit, but these detect [1, 1]",
            two[0],
            new Classifier(1, weights.clone(), 0)),
        wrong(format, "", two[0], two[1], null),
        wrong(format, "0 to 9, not 10", new Classifier(10, weights, 0)),
        wrong(format, "0 to 9, not -1", new Classifier(-1, weights, 0)),
        wrong(format, "not 783", new Classifier(1, new double[783], 0)),
        wrong(format, "finite", new Classifier(1, notFinite, 0)),
        wrong(format, "finite", new Classifier(1, weights, 1 / 0.0)),
        wrong(format, "at least 1 digit", from(0, 0.5, "a", "b")),
        wrong(format, "0 to 1, not 1.5", from(1, 1.5, "a", "b")),
        wrong(format, "0 to 1, not NaN", from(1, 0 / 0.0, "a", "b")),
        wrong(format, "option a", from(1, 0.5, "a", "a")));
  }

  @ParameterizedTest
  @MethodSource("wrongModels")
  void valuesThatAModelCannotHaveAreRefused(Format format, String said, SavedModel wrong) {
    format.assertRefused(Payload.write(wrong), said);
  }

  @Test
  void version1KnowsPixelsOnly() {
    SavedModel1 hog = new SavedModel1("hog", Format.CLASSIFIERS, Format.ORIGIN);
    Format.VERSION_1.assertRefused(Payload.write(hog), "not \"hog\"");
  }

  @ParameterizedTest
  @EnumSource
  void partsThatAreNotThereAreRefused(Format format) throws IOException {
    SavedModel saved = format.sample();
    String[] values = Format.ORIGIN.optionValues();
    String[] one = {"1"};
    format.assertRefused(Forgery.written(saved, values, one), "3 names of options, but 1 values");
    format.assertRefused(Forgery.written(saved, values, new String[3]), "no option value");
    format.assertRefused(Forgery.written(saved, values, null), "");
    format.assertRefused(Forgery.written(saved, Format.ORIGIN, null), "no origin");
    format.assertRefused(Forgery.written(saved, format.features(saved), null), "no features");
    format.assertRefused(Forgery.written(saved, Format.CLASSIFIERS, null), "no classifiers");
    format.assertRefused(
        Forgery.written(saved, Format.CLASSIFIERS[0].weights(), null), "no weights");
  }

  private static Arguments wrong(Format format, String said, Classifier... classifiers) {
    return arguments(format, said, format.with(classifiers, Format.ORIGIN));
  }

  private static Arguments wrong(Format format, String said, Origin origin) {
    return arguments(format, said, format.with(Format.CLASSIFIERS, origin));
  }

  private static Origin from(int digits, double error, String... optionNames) {
    String[] values = {"1", "2"};
    return new Origin("l", optionNames, values, 1, "d", digits, "c", "v", error);
  }
}
