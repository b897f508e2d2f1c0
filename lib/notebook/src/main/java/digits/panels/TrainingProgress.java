package digits.panels;

import digits.data.Message;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.notebook.Pace;
import digits.notebook.Words;
import jjava.widgets.HBox;
import jjava.widgets.Label;

/** The progress of a training as a bar and a line of text. */
final class TrainingProgress implements ProgressListener {

  private final jjava.widgets.Progress bar = new jjava.widgets.Progress("", 1);
  private final Label line = new Label("");
  private final HBox row = new HBox(bar.width("180px"), line);
  private Pace pace = new Pace();
  private Pace stagePace = pace;
  private String stage = "";
  private String warning = "";

  HBox row() {
    return row;
  }

  void begin() {
    pace = new Pace();
    stage = "";
    warning = "";
    show("", 0, "making features ...");
  }

  @Override
  public void report(Progress progress) {
    if (!progress.stage().equals(stage)) {
      stage = progress.stage();
      stagePace = new Pace();
    }
    if (pace.isDue()) {
      double share = (double) progress.done() / progress.total();
      double left = Math.ceil(stagePace.seconds() * (1 - share) / share);
      String end = share == 0 ? "" : text(", at most %.0f s left", left);
      show("", share, Words.progress(progress, pace.seconds()) + end);
    }
  }

  @Override
  public void warn(String sentence) {
    warning = sentence;
  }

  @Override
  public void finished(double seconds) {
    show("", 1, "judging the held-out digits ...");
  }

  void done(String text) {
    if (warning.isEmpty()) {
      show("success", 1, text);
    } else {
      show("warning", 1, text + "; " + warning);
    }
  }

  void stopped() {
    show("warning", 0, text("stopped after %.1f s; the runs before stay", pace.seconds()));
  }

  void failed() {
    show("danger", 0, "failed");
  }

  /** Shows a message and leaves the bar as it is. */
  void say(String text) {
    line.value(text);
  }

  private void show(String state, double share, String text) {
    bar.state(state).value(share);
    line.value(text);
  }

  private static String text(String format, double seconds) {
    return Message.of(format, seconds);
  }
}
