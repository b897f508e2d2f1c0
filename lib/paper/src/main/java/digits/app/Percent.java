package digits.app;

import digits.learn.Progress;
import digits.learn.ProgressListener;

/** Prints a line whenever another tenth of a stage is done. */
final class Percent implements ProgressListener {

  private String last = "";

  @Override
  public void report(Progress progress) {
    long tenths = 10 * progress.done() / Math.max(1, progress.total());
    String line = progress.stage() + " " + 10 * tenths + " %";
    if (!line.equals(last)) {
      System.err.println(line);
      last = line;
    }
  }
}
