package digits.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.data.Mnist;
import org.junit.jupiter.api.Test;

class LabelErrorsTest {

  @Test
  void areThoseThatFewerThanThreeOfFivePeopleKept() {
    assertThat(LabelErrors.all())
        .hasSize(15)
        .allSatisfy(
            d -> {
              assertThat(d.forLabel() + d.forGuess() + d.forNeither()).isEqualTo(5);
              assertThat(d.forLabel()).isLessThan(3);
              assertThat(d.guess()).isNotEqualTo(d.label());
            });
    assertThat(LabelErrors.table().rowCount()).isEqualTo(15);
  }

  @Test
  void theyAndNoOthersAreFoundAmongTheTestDigits() {
    assertThat(Mnist.load().test().stream().filter(LabelErrors::contains)).hasSize(15);
    assertThat(LabelErrors.contains(Digit.of(new byte[Digit.PIXELS], 8))).isFalse();
  }
}
