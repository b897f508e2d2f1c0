package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginScaleTest {

  @Test
  void barsAreInProportionUpToTheLimitAndThenCut() {
    assertThat(MarginScale.limit(new double[] {-1.3, 2})).isEqualTo(2);
    assertThat(MarginScale.limit(new double[] {-1.3, 2.1})).isEqualTo(10);
    assertThat(MarginScale.share(-1, 2)).isEqualTo(-0.5);
    assertThat(MarginScale.share(2.5, 10)).isEqualTo(0.25);
    assertThat(MarginScale.share(-5, 10)).isEqualTo(-0.5);
    assertThat(MarginScale.share(-1e9, 10)).isEqualTo(-1);
    assertThat(MarginScale.share(Double.POSITIVE_INFINITY, 10)).isEqualTo(1);
    assertThat(MarginScale.share(Double.NaN, 10)).isZero();
    assertThat(MarginScale.isCut(-10, 10)).isFalse();
    assertThat(MarginScale.isCut(-10.01, 10)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "-11.6, -11.60",
    "0.873, +0.87",
    "-999.4, -999.40",
    "-99999, -99999",
    "-1e9, -1e+09",
    "Infinity, +inf",
    "-Infinity, -inf",
    "NaN, NaN"
  })
  void marginsAreWrittenWithTheirSignInAtMostSevenCharacters(double margin, String text) {
    assertThat(MarginScale.text(margin)).isEqualTo(text).hasSizeLessThan(8);
  }
}
