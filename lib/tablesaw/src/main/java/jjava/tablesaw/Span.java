// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.stream.IntStream;

/**
 * The visible part of a sequence: all of it, or {@code end} elements at each end if there are more
 * than twice as many.
 */
record Span(int size, int end) {

  /** The number of elements left out in the middle. */
  int hidden() {
    return Math.max(0, size - 2 * end);
  }

  /** The visible indexes, in order. */
  int[] shown() {
    return IntStream.range(0, size).filter(i -> i < end || i >= end + hidden()).toArray();
  }

  /** Whether an index is the first one after the gap. */
  boolean gapBefore(int place) {
    return hidden() > 0 && place == size - end;
  }
}
