package digits.widgets;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Arguments that make no sense are refused before a page hears of the control. There is no kernel
 * here, so whatever spoke to one would fail otherwise.
 */
class RefusedControlsTest {

  @Test
  void aSliderWhoseEndsAreTheWrongWayRound() {
    assertRefused(() -> new IntSlider("", 5, 4), "not from 5 to 4.");
    assertRefused(() -> new FloatSlider("", 0.5, 0.4, 0.1), "not from 0.5 to 0.4.");
    assertRefused(() -> new FloatLogSlider("", 2, -3), "not from 2.0 to -3.0.");
  }

  @Test
  void aSliderWithAnEndThatIsNoNumber() {
    for (double wrong : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertRefused(() -> new FloatSlider("", wrong, 1, 0.1), "both finite, not from " + wrong);
      assertRefused(() -> new FloatLogSlider("", wrong, 1), "both finite, not from " + wrong);
    }
    assertRefused(
        () -> new FloatSlider("", 0, Double.NaN, 0.1), "both finite, not from 0.0 to NaN");
  }

  @Test
  void aListWithoutChoices() {
    assertRefused(() -> new Dropdown<>("", List.of()), "needs at least one");
  }

  private static void assertRefused(ThrowingCallable control, String sentence) {
    assertThatIllegalArgumentException().isThrownBy(control).withMessageContaining(sentence);
  }
}
