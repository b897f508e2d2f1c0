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
   * Is told once that the training has ended well.
   *
   * @param seconds that it took, features included
   */
  default void finished(double seconds) {}
}
