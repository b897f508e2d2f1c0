package digits.paper;

import digits.data.Digit;
import digits.draw.Ink;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The ink of one digit on a page. */
final class Figure {

  final int left;
  final int top;
  final int right;
  final int bottom;

  private final InkMap ink;
  private final int[] pixels;

  /** Some pixels, at least one, as places in a map. */
  Figure(InkMap ink, int[] pixels) {
    this.ink = ink;
    this.pixels = pixels;
    left = Arrays.stream(pixels).map(place -> place % ink.width()).min().orElseThrow();
    right = Arrays.stream(pixels).map(place -> place % ink.width()).max().orElseThrow() + 1;
    top = Arrays.stream(pixels).min().orElseThrow() / ink.width();
    bottom = Arrays.stream(pixels).max().orElseThrow() / ink.width() + 1;
  }

  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }

  double middleX() {
    return (left + right) / 2.0;
  }

  double middleY() {
    return (top + bottom) / 2.0;
  }

  int area() {
    return pixels.length;
  }

  /** Whether the edge of the picture may cut it off. */
  boolean isCut() {
    return left == 0 || top == 0 || right == ink.width() || bottom == ink.height();
  }

  Figure with(Figure other) {
    return new Figure(
        ink, IntStream.concat(Arrays.stream(pixels), Arrays.stream(other.pixels)).toArray());
  }

  /** Pixels between two figures from side to side; negative if they overlap. */
  int gapX(Figure other) {
    return Math.max(left, other.left) - Math.min(right, other.right);
  }

  int gapY(Figure other) {
    return Math.max(top, other.top) - Math.min(bottom, other.bottom);
  }

  /** How far the boxes of two figures are apart, along the axis where they are farther. */
  int distance(Figure other) {
    return Math.max(gapX(other), gapY(other));
  }

  /** Sets the places of its pixels in a map. */
  void mark(boolean[] places) {
    for (int place : pixels) {
      places[place] = true;
    }
  }

  /** How many pixels each column has, from the left. */
  int[] columns() {
    int[] columns = new int[width()];
    for (int place : pixels) {
      columns[place % ink.width() - left]++;
    }
    return columns;
  }

  /** The ink to the left of a column, which has some, and the rest. */
  List<Figure> split(int column) {
    IntPredicate before = place -> place % ink.width() < column;
    return List.of(
        new Figure(ink, Arrays.stream(pixels).filter(before).toArray()),
        new Figure(ink, Arrays.stream(pixels).filter(before.negate()).toArray()));
  }

  /** The digit as MNIST would have it: its pixels, and those next to them at the edge of a line. */
  Digit digit() {
    double full = Arrays.stream(pixels).map(place -> ink.share()[place] & 0xFF).average().orElse(1);
    int wide = width() + 2;
    float[] cover = new float[wide * (height() + 2)];
    for (int place : pixels) {
      int column = place % ink.width();
      int row = place / ink.width();
      for (int y = Math.max(0, row - 1); y <= Math.min(ink.height() - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(ink.width() - 1, column + 1); x++) {
          cover[(y - top + 1) * wide + x - left + 1] = (float) Math.min(1, ink.at(x, y) / full);
        }
      }
    }
    return new Ink(wide, height() + 2, cover).normalized();
  }
}
