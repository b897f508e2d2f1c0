package digits.widgets;

/** Arguments that have to be there. */
public final class Needed {

  private Needed() {}

  /**
   * Checks that an argument is there.
   *
   * @param <T> the type of the argument
   * @param argument what a caller gave
   * @param name what it is, as a sentence begins, such as {@code A picture}
   * @return the argument
   * @throws IllegalArgumentException if it is null
   */
  public static <T> T of(T argument, String name) {
    if (argument == null) {
      throw new IllegalArgumentException(name + " is needed, but none was given.");
    }
    return argument;
  }
}
