package digits.notebook;

/** A stopwatch that also limits how often progress is shown. */
public final class Pace {

  private static final long NANOS = 150_000_000;

  private final long start = System.nanoTime();
  private long shown = start - NANOS;

  /** Seconds since this was created. */
  public double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * True on the first call, and then whenever at least 0.15 s have passed since it was last true.
   */
  public boolean isDue() {
    long now = System.nanoTime();
    boolean due = now - shown >= NANOS;
    if (due) {
      shown = now;
    }
    return due;
  }
}
