package digits.learn;

/**
 * L2-penalised logistic regression with the loss log(1 + exp(-y m)), one binary problem per digit:
 * scikit-learn's {@code LogisticRegression} with {@code C = 1 / penalty}.
 */
public final class Logistic extends LinearLearner<Logistic> {

  /**
   * The settings that suit the 60,000 digits on pixels: penalty 5, tolerance 0.001, at most 100
   * passes, with intercept. They were chosen on the last 10,000 training digits, held out.
   */
  public Logistic() {
    this(new Settings(5, 1e-3, 100, true));
  }

  private Logistic(Settings settings) {
    super(MarginLoss.LOGISTIC, settings);
  }

  @Override
  Logistic with(Settings changed) {
    return new Logistic(changed);
  }

  @Override
  public String name() {
    return "logistic";
  }
}
