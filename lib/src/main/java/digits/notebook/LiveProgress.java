package digits.notebook;

import digits.learn.Progress;
import digits.learn.ProgressListener;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * A line under the running cell that says how far the work is, and is written over as it goes. At
 * the end it prints the seconds that a training took.
 *
 * <p>Works in the kernel only, and only while its cell runs.
 */
public final class LiveProgress implements ProgressListener, Consumer<String> {

  /** Shown at most so often. */
  private static final long NANOS = 150_000_000;

  private final BaseKernel kernel = BaseKernel.notebookKernel();
  private final String id = UUID.randomUUID().toString();
  private final long start = System.nanoTime();
  private long shown;

  /** Begins with nothing to see. */
  public LiveProgress() {}

  @Override
  public void report(Progress progress) {
    show(
        false,
        Words.progress(progress, (System.nanoTime() - start) / 1e9),
        (double) progress.done() / progress.total());
  }

  @Override
  public void accept(String line) {
    show(false, line, Double.NaN);
  }

  @Override
  public void warn(String sentence) {
    System.out.println(sentence);
  }

  @Override
  public void finished(double seconds) {
    String line = String.format(Locale.ROOT, "training: %.1f s", seconds);
    show(true, "trained", 1);
    System.out.println(line);
  }

  private void show(boolean always, String line, double share) {
    long now = System.nanoTime();
    if (!always && shown != 0 && now - shown < NANOS) {
      return;
    }
    DisplayData data = new DisplayData(line);
    data.putHTML(html(line, share));
    if (shown == 0) {
      // Not setDisplayId: its return type differs between the kernel's versions.
      data.putTransientData(DisplayData.DISPLAY_ID_KEY, id);
      kernel.display(data);
    } else {
      kernel.getIO().display.updateDisplay(id, data);
    }
    shown = now;
  }

  private static String html(String line, double share) {
    String bar =
        Double.isNaN(share)
            ? ""
            : String.format(
                Locale.ROOT,
                "<progress value='%.3f' style='width: 16em; margin-right: 1em'></progress>",
                share);
    String text = line.replace("&", "&amp;").replace("<", "&lt;");
    return "<div style='color: var(--jp-content-font-color1)'>" + bar + text + "</div>";
  }
}
