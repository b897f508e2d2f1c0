package digits.learn;

import digits.data.Message;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a training: the work on some of the digits, which can be done anywhere.
 *
 * @param number 1 to {@code of}
 * @param of how many parts there are
 */
public record Part(int number, int of) {

  /** All of it. */
  public static final Part WHOLE = new Part(1, 1);

  public Part {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException(
          Message.of("a part is numbered from 1 to the number of parts, not %,d/%,d", number, of));
    }
  }

  /** All parts, in order. */
  public static List<Part> all(int of) {
    return IntStream.rangeClosed(1, of).mapToObj(number -> new Part(number, of)).toList();
  }

  /** The first of some units that is in this part, or after it. */
  int from(int units) {
    return (int) ((long) units * (number - 1) / of);
  }

  int to(int units) {
    return (int) ((long) units * number / of);
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
