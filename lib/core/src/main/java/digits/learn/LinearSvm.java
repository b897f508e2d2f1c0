package digits.learn;

/**
 * Linear support vector machines with the squared hinge loss max(0, 1 - y m)^2, one binary problem
 * per digit: scikit-learn's {@code LinearSVC} with {@code C = 1 / penalty}, except that {@code
 * LinearSVC} also penalises the intercept.
 *
 * <p>The margins are not probabilities: calibrate them before you read them as such.
 */
public final class LinearSvm extends LinearLearner<LinearSvm> {

  /**
   * The settings that suit the 60,000 digits on pixels: penalty 50, tolerance 0.001, at most 100
   * passes, with intercept. On the last 10,000 training digits, held out, penalties from 1 to 100
   * differ by at most 14 errors, and larger penalties need fewer passes.
   */
  public LinearSvm() {
    this(new Settings(50, 1e-3, 100, true));
  }

  private LinearSvm(Settings settings) {
    super(MarginLoss.SQUARED_HINGE, settings);
  }

  @Override
  LinearSvm with(Settings changed) {
    return new LinearSvm(changed);
  }

  @Override
  public String name() {
    return "linear SVM";
  }
}
