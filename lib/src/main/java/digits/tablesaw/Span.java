package digits.tablesaw;

import java.util.stream.IntStream;

/**
 * What is shown of a row of things: all, or the first and the last if there are more than twice as
 * many as are shown at each end.
 */
record Span(int size, int end) {

  /** How many are left out between the first and the last. */
  int hidden() {
    return Math.max(0, size - 2 * end);
  }

  /** The places shown, in order. */
  int[] shown() {
    return IntStream.range(0, size).filter(i -> i < end || i >= end + hidden()).toArray();
  }

  /** Whether a place is the first after what is left out. */
  boolean gapBefore(int place) {
    return hidden() > 0 && place == size - end;
  }
}
