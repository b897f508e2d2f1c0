package digits.learn;

/** Is told how far a training is, on the thread that called {@code train}. */
@FunctionalInterface
public interface ProgressListener {

  /** Listens to nothing. */
  ProgressListener NONE = progress -> {};

  /**
   * Takes a report. Called many times a second; should return at once.
   *
   * @param progress how far the training is
   */
  void report(Progress progress);

  /**
   * Is told what the reader should know of a training that ended, such as that it was cut short.
   * Without another listener it goes to standard error.
   *
   * @param sentence what is the matter, with its numbers, and what to do
   */
  default void warn(String sentence) {
    System.err.println("warning: " + sentence);
  }

  /**
   * Is told once that the training has ended well.
   *
   * @param seconds that it took, features included
   */
  default void finished(double seconds) {}
}
