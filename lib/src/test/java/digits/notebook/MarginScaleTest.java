package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginScaleTest {

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 1",
    "-0.93, 1.07, 1.5",
    "-12, 3, 15",
    "-24, 9, 25",
    "-0.0031, 0.004, 0.004",
    "0, 0, 1"
  })
  void theLimitIsARoundNumberThatFits(double one, double other, double limit) {
    assertThat(MarginScale.of(new double[] {one, other}).limit()).isCloseTo(limit, within(1e-12));
  }

  @Test
  void aLoneGiantIsCutAndSaidSo() {
    MarginScale scale = MarginScale.of(new double[] {-1, -1, 0.5, -1, 900});
    assertThat(scale.limit()).isEqualTo(3);
    assertThat(scale.share(900)).isEqualTo(1);
    assertThat(scale.beyond(900)).isTrue();
    assertThat(scale.beyond(-1)).isFalse();
    assertThat(scale.share(-1)).isCloseTo(-1 / 3.0, within(1e-12));
  }

  @Test
  void numbersThatAreNotFiniteDoNotBreakIt() {
    double[] margins = {Double.NaN, Double.NEGATIVE_INFINITY, 2, Double.POSITIVE_INFINITY};
    MarginScale scale = MarginScale.of(margins);
    assertThat(scale.limit()).isEqualTo(2);
    assertThat(scale.share(Double.NaN)).isZero();
    assertThat(scale.share(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(MarginScale.of(new double[] {Double.NaN}).limit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "15, -11.6, -11.60",
    "25, -11.6, -11.6",
    "1, 0.873, +0.873",
    "5, 800.5, +801",
    "5, 0, 0.00",
    "5, -1e9, -1e+09",
    "5, Infinity, +inf",
    "5, -Infinity, -inf",
    "5, NaN, NaN"
  })
  void marginsAreWrittenWithTheirSignInAtMostSevenCharacters(
      double limit, double margin, String text) {
    assertThat(new MarginScale(limit).text(margin)).isEqualTo(text).hasSizeLessThan(8);
  }

  @ParameterizedTest
  @CsvSource({"15, 15", "2.5, 2.5", "0.004, 0.004", "100, 100", "2e9, 2.0e+09"})
  void theLimitIsWrittenShort(double limit, String text) {
    assertThat(new MarginScale(limit).limitText()).isEqualTo(text);
  }
}
