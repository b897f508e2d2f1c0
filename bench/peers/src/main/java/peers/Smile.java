package peers;

import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.util.Locale;
import smile.classification.Classifier;
import smile.classification.LogisticRegression;
import smile.classification.OneVersusRest;
import smile.classification.SVM;
import smile.math.kernel.GaussianKernel;

/** Smile's own one versus rest. */
final class Smile {

  /** More take its SVM too long: 8 seconds a digit for these. */
  private static final int SVM_DIGITS = 10_000;

  private Smile() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments[0];
    boolean logistic = name.equals("smile-logistic");
    Contest contest = new Contest(name, logistic ? Integer.MAX_VALUE : SVM_DIGITS);
    double[][] x = contest.map(() -> Contest.rows(contest.train()));
    int[] y = Contest.labels(contest.train());
    OneVersusRest<double[]> model =
        contest.fit(() -> OneVersusRest.fit(x, y, logistic ? Smile::logistic : Smile::svm));
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(contest.model()))) {
      out.writeObject(model);
    }
    contest.saved();
    contest.report(
        () -> model.predict(Contest.rows(contest.test())),
        "null",
        "Smile 3.1.1, " + Contest.openBlas(),
        logistic
            ? "LogisticRegression.binomial, lambda 1, tolerance 0.001, at most 100 iterations"
            : String.format(
                Locale.ROOT,
                "SVM, Gaussian kernel of width 8, C 5; trained on %,d digits only",
                contest.train().size()));
  }

  private static Classifier<double[]> logistic(double[][] x, int[] y) {
    return LogisticRegression.binomial(x, y, 1, 1e-3, 100);
  }

  private static Classifier<double[]> svm(double[][] x, int[] y) {
    return SVM.fit(x, y, new GaussianKernel(8), 5, 1e-3);
  }
}
