package digits.evaluate;

import static digits.evaluate.Sklearn.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
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
  void sharesAreShownWithFourDecimals() {
    assertThat(evaluation.confusion().byActual().doubleColumn("0").getString(0))
        .matches("0\\.\\d{4}");
  }

  @Test
  void countsAreWrittenInTheSameDigitsInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertThat(evaluation.confusion()).asString().doesNotContainPattern("[\\p{Nd}&&[^0-9]]");
    } finally {
      Locale.setDefault(before);
    }
  }
}
