package digits.learn;

/** Measures how long a training takes, and forwards everything to another listener. */
public final class Timing implements ProgressListener {

  private final ProgressListener listener;
  private double seconds;

  public Timing(ProgressListener listener) {
    this.listener = listener;
  }

  /** How many seconds the last training took, features included; 0 before one has ended. */
  public double seconds() {
    return seconds;
  }

  @Override
  public void report(Progress progress) {
    listener.report(progress);
  }

  @Override
  public void warn(String sentence) {
    listener.warn(sentence);
  }

  @Override
  public void finished(double took) {
    seconds = took;
    listener.finished(took);
  }
}
