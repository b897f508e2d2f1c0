package digits.panels;

import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.notebook.Words;
import digits.widgets.HBox;
import digits.widgets.Label;
import java.util.Locale;

/** A bar and a line that say how far a training is. */
final class TrainingProgress implements ProgressListener {

  /** Shown at most so often. */
  private static final long NANOS = 100_000_000;

  private final digits.widgets.Progress bar = new digits.widgets.Progress("", 1);
  private final Label line = new Label("");
  private final HBox row = new HBox(bar.width("180px"), line);
  private long start;
  private long stageStart;
  private long shown;
  private String stage = "";
  private String warning = "";

  HBox row() {
    return row;
  }

  /** A training begins. */
  void begin() {
    start = System.nanoTime();
    shown = 0;
    stage = "";
    warning = "";
    show("", 0, "making features ...");
  }

  @Override
  public void report(Progress progress) {
    long now = System.nanoTime();
    if (!progress.stage().equals(stage)) {
      stage = progress.stage();
      stageStart = now;
    }
    if (now - shown < NANOS) {
      return;
    }
    shown = now;
    double share = (double) progress.done() / progress.total();
    String left =
        share == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", at most %.0f s left",
                Math.ceil((now - stageStart) / 1e9 * (1 - share) / share));
    show("", share, Words.progress(progress, sinceStart()) + left);
  }

  @Override
  public void warn(String sentence) {
    warning = sentence;
  }

  @Override
  public void finished(double seconds) {
    show("", 1, "judging the digits held out ...");
  }

  void done(String text) {
    if (warning.isEmpty()) {
      show("success", 1, text);
    } else {
      show("warning", 1, text + "; " + warning);
    }
  }

  void stopped() {
    show(
        "warning",
        0,
        String.format(Locale.ROOT, "stopped after %.1f s; the runs before stay", sinceStart()));
  }

  void failed() {
    show("danger", 0, "failed");
  }

  /** Says something that is no progress. */
  void say(String text) {
    line.value(text);
  }

  private double sinceStart() {
    return (System.nanoTime() - start) / 1e9;
  }

  private void show(String state, double share, String text) {
    bar.state(state).value(share);
    line.value(text);
  }
}
