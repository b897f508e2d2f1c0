package digits.learn;

/** Receives the progress of a training, on the thread that called {@code train}. */
@FunctionalInterface
public interface ProgressListener {

  /** Ignores all reports. */
  ProgressListener NONE = progress -> {};

  /** Receives a report; called many times per second, so it should return quickly. */
  void report(Progress progress);

  /**
   * Receives a warning about a training that has ended, such as that it did not converge. Prints it
   * to standard error unless overridden.
   *
   * @param sentence what went wrong, with numbers, and what to do
   */
  default void warn(String sentence) {
    System.err.println("warning: " + sentence);
  }

  /**
   * Called once when the training has succeeded.
   *
   * @param seconds how long it took, features included
   */
  default void finished(double seconds) {}
}
