package digits.tablesaw;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.table.Relation;

/**
 * A table in characters: what Tablesaw's own printer writes, but bounded, and the same in every
 * locale and with every encoding.
 */
final class TableText {

  private static final int MOST_BYTES = 19_000;

  /** What stands in the place of a row: the column's name, or what is left out. */
  private static final int HEADER = -1;

  private static final int GAP = -2;

  private TableText() {}

  static String of(Relation table, Span rows, Span columns) {
    return Clip.fit(MOST_BYTES, longest -> write(table, rows, columns, longest));
  }

  private static String write(Relation table, Span rows, Span columns, int longest) {
    String[][] cells =
        Arrays.stream(columns.shown())
            .mapToObj(
                place -> cells(ShownColumn.of(table.column(place), rows.shown()), rows, longest))
            .toArray(String[][]::new);
    int[] widths =
        Arrays.stream(cells)
            .mapToInt(column -> Arrays.stream(column).mapToInt(String::length).max().orElse(0))
            .toArray();
    int width = Math.max(0, Arrays.stream(widths).map(w -> w + 5).sum() - 1);
    StringBuilder text = new StringBuilder();
    if (table.name() != null) {
      String name = Clip.text(table.name(), longest);
      int room = Math.max(0, width - name.length());
      text.append(" ".repeat(room / 2)).append(name).append(" ".repeat(room - room / 2));
      text.append(System.lineSeparator());
    }
    int lines = cells.length == 0 ? 1 : cells[0].length;
    for (int line = 0; line < lines; line++) {
      text.append(line == 0 ? "" : System.lineSeparator()).append(line(cells, widths, line));
      if (line == 0) {
        text.append(System.lineSeparator()).append("-".repeat(width));
      }
    }
    return text.toString();
  }

  /** Headers stand in the middle, values right. */
  private static String line(String[][] cells, int[] widths, int line) {
    return IntStream.range(0, cells.length)
        .mapToObj(
            c -> {
              int room = widths[c] - cells[c][line].length();
              int left = line == 0 ? room / 2 : room;
              return " " + " ".repeat(left) + cells[c][line] + " ".repeat(room - left) + "  |";
            })
        .collect(Collectors.joining(" "));
  }

  private static String[] cells(ShownColumn column, Span rows, int longest) {
    return IntStream.concat(
            IntStream.of(HEADER),
            Arrays.stream(rows.shown())
                .flatMap(row -> rows.gapBefore(row) ? IntStream.of(GAP, row) : IntStream.of(row)))
        .mapToObj(row -> row == HEADER ? column.name() : row == GAP ? "..." : column.words(row))
        .map(text -> Clip.text(text, longest))
        .toArray(String[]::new);
  }
}
