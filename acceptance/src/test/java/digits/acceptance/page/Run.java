package digits.acceptance.page;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** One run of all cells. */
final class Run {

  private static final int MILLISECONDS_BETWEEN_LOOKS = 200;

  private final Page page;
  private final String name;

  private Run(Page page, String name) {
    this.page = page;
    this.name = name;
  }

  static Run of(Page page, String name) {
    page.evaluate("() => inPage.startRun()");
    return new Run(page, name);
  }

  void await(IntConsumer listener, int minutesForACell) {
    int cell = 0;
    long end = 0;
    while (true) {
      Map<?, ?> state = (Map<?, ?>) page.evaluate("() => inPage.run()");
      int now = Math.max(cell, ((Number) state.get("cell")).intValue());
      String error = (String) state.get("error");
      if (!error.isEmpty()) {
        throw new CellFailure(name + ", code cell " + now + ": " + error);
      }
      if (state.get("ended").equals(true)) {
        return;
      }
      if (now > cell) {
        while (cell < now) {
          listener.accept(++cell);
        }
        end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutesForACell);
      } else if (end != 0 && System.nanoTime() > end) {
        throw new CellFailure(
            name + ", code cell " + cell + ": not ended after " + minutesForACell + " minutes");
      }
      page.waitForTimeout(MILLISECONDS_BETWEEN_LOOKS);
    }
  }
}
