package digits.widgets;

/** Arguments that must be given. */
public final class Needed {

  private Needed() {}

  /** Refuses null; the name begins the sentence that says so, such as {@code A picture}. */
  public static <T> T of(T argument, String name) {
    if (argument == null) {
      throw new IllegalArgumentException(name + " is needed, but none was given.");
    }
    return argument;
  }
}
