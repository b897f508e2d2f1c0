package digits.notebook;

/** A stopwatch that also says when it is time to show the reader something new. */
public final class Pace {

  private static final long NANOS = 150_000_000;

  private final long start = System.nanoTime();
  private long shown = start - NANOS;

  /** Seconds since it was made. */
  public double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Whether a moment has passed since it last said so. */
  public boolean isDue() {
    long now = System.nanoTime();
    boolean due = now - shown >= NANOS;
    if (due) {
      shown = now;
    }
    return due;
  }
}
