package digits.panels;

import digits.learn.Progress;
import digits.learn.ProgressListener;

/** Remembers how long a training took, and tells another listener all. */
final class Timing implements ProgressListener {

  private final ProgressListener listener;
  private double seconds;

  Timing(ProgressListener listener) {
    this.listener = listener;
  }

  double seconds() {
    return seconds;
  }

  @Override
  public void report(Progress progress) {
    listener.report(progress);
  }

  @Override
  public void finished(double took) {
    seconds = took;
    listener.finished(took);
  }
}
