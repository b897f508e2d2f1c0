// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.table.Relation;

/**
 * A table as plain text, as Tablesaw prints it, but limited in size and the same in every locale
 * and encoding.
 */
final class TableText {

  private static final int MOST_BYTES = 19_000;

  private TableText() {}

  static String of(Relation table, Span rows, Span columns) {
    return Clip.fit(MOST_BYTES, longest -> write(table, rows, columns, longest));
  }

  private static String write(Relation table, Span rows, Span columns, int longest) {
    List<List<String>> cells = new ArrayList<>();
    for (int place : columns.shown()) {
      cells.add(cells(new ShownColumn(table.column(place), rows.shown()), rows, longest));
    }
    List<Integer> widths =
        cells.stream().map(c -> c.stream().mapToInt(String::length).max().orElse(0)).toList();
    int width = Math.max(0, widths.stream().mapToInt(w -> w + 5).sum() - 1);
    List<String> lines = new ArrayList<>();
    if (table.name() != null) {
      lines.add(padded(Clip.text(table.name(), longest), width, true));
    }
    int height = cells.isEmpty() ? 1 : cells.get(0).size();
    for (int line = 0; line < height; line++) {
      int at = line;
      lines.add(
          IntStream.range(0, cells.size())
              .mapToObj(c -> " " + padded(cells.get(c).get(at), widths.get(c), at == 0) + "  |")
              .collect(Collectors.joining(" ")));
      if (line == 0) {
        lines.add("-".repeat(width));
      }
    }
    return String.join(System.lineSeparator(), lines);
  }

  /** Centres names and right-aligns values. */
  private static String padded(String text, int width, boolean middle) {
    int room = Math.max(0, width - text.length());
    int left = middle ? room / 2 : room;
    return " ".repeat(left) + text + " ".repeat(room - left);
  }

  /** The name of a column, its visible values, and dots for the gap. */
  private static List<String> cells(ShownColumn column, Span rows, int longest) {
    List<String> cells = new ArrayList<>(List.of(column.name()));
    for (int row : rows.shown()) {
      if (rows.gapBefore(row)) {
        cells.add("...");
      }
      cells.add(column.words(row));
    }
    return cells.stream().map(text -> Clip.text(text, longest)).toList();
  }
}
