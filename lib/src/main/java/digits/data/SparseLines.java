package digits.data;

import java.time.Duration;
import java.util.function.Consumer;

/** Passes a line on only when some seconds have gone by since the last: for logs. */
final class SparseLines implements Consumer<String> {

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final Consumer<String> log;
  private long next = System.nanoTime();

  SparseLines(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public void accept(String line) {
    long now = System.nanoTime();
    if (now - next >= 0) {
      log.accept(line);
      next = now + PAUSE.toNanos();
    }
  }
}
