package digits.learn;

/** Remembers how long a training took, and tells another listener all. */
public final class Timing implements ProgressListener {

  private final ProgressListener listener;
  private double seconds;

  /**
   * Has measured nothing yet.
   *
   * @param listener is told all, too
   */
  public Timing(ProgressListener listener) {
    this.listener = listener;
  }

  /** How many seconds the last training took, features included; 0 if none has ended. */
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
