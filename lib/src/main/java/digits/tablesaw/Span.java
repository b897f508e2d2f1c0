package digits.tablesaw;

/**
 * What is shown of a row of things that may be too long: all, or the first and the last.
 *
 * @param size how many there are, 0 or more
 * @param end how many are shown at each end when there are more than twice as many, 1 or more
 */
record Span(int size, int end) {

  /** How many are left out between the first and the last, 0 when all are shown. */
  int hidden() {
    return Math.max(0, size - 2 * end);
  }

  /** The places shown, in order. */
  int[] shown() {
    int count = size - hidden();
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = hidden() > 0 && i >= end ? i + hidden() : i;
    }
    return places;
  }

  /**
   * Whether the gap lies before a place.
   *
   * @param place one of those shown
   * @return true for the first place after what is left out
   */
  boolean gapBefore(int place) {
    return hidden() > 0 && place == size - end;
  }
}
