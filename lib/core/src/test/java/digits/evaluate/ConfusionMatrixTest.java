package digits.evaluate;

import static digits.evaluate.Sklearn.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import digits.model.Decision;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Normalized confusion matrices, compared with scikit-learn's. */
class ConfusionMatrixTest {

  private final Sklearn expected = Sklearn.measures("shares");
  private final Evaluation evaluation = Sklearn.evaluation();

  private static double[] row(Table table, int row) {
    return table.columns().stream()
        .skip(1)
        .mapToDouble(column -> (double) column.get(row))
        .toArray();
  }

  @Test
  void sharesAgreeWithScikitLearn() {
    ConfusionMatrix confusion = evaluation.confusion();
    for (int digit : TEN) {
      assertThat(row(confusion.byActual(), digit))
          .containsExactly(expected.get("confusion true " + digit), within(1e-12));
      assertThat(row(confusion.byPredicted(), digit))
          .containsExactly(expected.get("confusion pred " + digit), within(1e-12));
      assertThat(row(confusion.errorsOnly(), digit))
          .containsExactly(expected.get("confusion errors " + digit), within(1e-12));
    }
  }

  @Test
  void noAnswerHasAColumnThatCounts() {
    ConfusionMatrix confusion = evaluation.confusion(Decision.FIRST_YES);
    for (Table table : List.of(confusion.byActual(), confusion.errorsOnly())) {
      assertThat(table.columnNames()).endsWith("nobody");
      for (int digit : TEN) {
        assertThat(Arrays.stream(row(table, digit)).sum()).isEqualTo(1, within(1e-12));
      }
    }
    Table byPredicted = confusion.byPredicted();
    for (String answer : byPredicted.columnNames().subList(1, 12)) {
      assertThat(byPredicted.doubleColumn(answer).sum()).isEqualTo(1, within(1e-12));
    }
    assertThat(byPredicted.doubleColumn("nobody").get(8))
        .isEqualTo(
            confusion.count(8, Decision.NOBODY) / (double) evaluation.nobodySaysYes().size());
  }

  @Test
  void sharesAreShownWithFourDecimals() {
    assertThat(evaluation.confusion().byActual().doubleColumn("0").getString(0))
        .matches("0\\.\\d{4}");
  }
}
