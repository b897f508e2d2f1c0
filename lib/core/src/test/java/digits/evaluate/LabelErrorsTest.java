package digits.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.data.Mnist;
import org.junit.jupiter.api.Test;

class LabelErrorsTest {

  @Test
  void areThoseThatFewerThanThreeOfFivePeopleKept() {
    assertThat(LabelErrors.table())
        .hasSize(15)
        .allSatisfy(
            row -> {
              int kept = row.getInt("for label");
              assertThat(kept + row.getInt("for guess") + row.getInt("for neither")).isEqualTo(5);
              assertThat(kept).isLessThan(3);
              assertThat(row.getInt("guess")).isNotEqualTo(row.getInt("label"));
            });
  }

  @Test
  void theyAndNoOthersAreFoundAmongTheTestDigits() {
    assertThat(Mnist.load().test().stream().filter(LabelErrors::contains)).hasSize(15);
    assertThat(LabelErrors.contains(Digit.of(new byte[Digit.PIXELS], 8))).isFalse();
  }
}
