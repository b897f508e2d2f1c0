package digits.notebook;

import digits.data.Message;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import jjava.widgets.Still;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * Shows progress in one line below the running cell, updated in place. After a training it prints
 * the seconds that it took.
 *
 * <p>Works only in the kernel, and only while its cell runs.
 */
public final class LiveProgress implements ProgressListener, Consumer<String> {

  private final BaseKernel kernel = BaseKernel.notebookKernel();
  private final String id = UUID.randomUUID().toString();
  private final Pace pace = new Pace();
  private boolean shown;

  @Override
  public void report(Progress progress) {
    if (pace.isDue()) {
      double share = (double) progress.done() / progress.total();
      show(Words.progress(progress, pace.seconds()), bar(share));
    }
  }

  @Override
  public void accept(String line) {
    if (pace.isDue()) {
      show(line, "");
    }
  }

  @Override
  public void warn(String sentence) {
    System.out.println(sentence);
  }

  @Override
  public void finished(double seconds) {
    show("trained", bar(1));
    System.out.printf(Locale.ROOT, "training: %.1f s%n", seconds);
  }

  private void show(String line, String bar) {
    DisplayData data = new DisplayData(line);
    data.putHTML(
        "<div style='color: var(--jp-content-font-color1)'>" + bar + Still.escape(line) + "</div>");
    if (shown) {
      kernel.getIO().display.updateDisplay(id, data);
    } else {
      // Not setDisplayId, whose return type differs between versions of the kernel.
      data.putTransientData(DisplayData.DISPLAY_ID_KEY, id);
      kernel.display(data);
    }
    shown = true;
  }

  private static String bar(double share) {
    return Message.of(
        "<progress value='%.3f' style='width: 16em; margin-right: 1em'></progress>", share);
  }
}
