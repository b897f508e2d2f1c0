// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Invalid arguments are rejected before a page hears of the control: there is no kernel here. */
class RefusedControlsTest {

  @Test
  void invalidArgumentsAreRejectedWithOneSentence() {
    assertRefused(
        () -> new IntSlider("", 5, 4), "finite ends, the minimum first, not from 5 to 4.");
    assertRefused(() -> new FloatLogSlider("", 0, 400), "from -300 to 300, not 400.0.");
    for (double wrong : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertRefused(() -> new FloatSlider("", wrong, 1, 0.1), "finite ends");
      assertRefused(() -> new FloatLogSlider("", wrong, 1), "finite ends");
      assertRefused(() -> new FloatSlider("", 0, 1, wrong), "step of a slider must be greater");
      assertRefused(() -> new Progress("", wrong), "must be greater than 0, not " + wrong + ".");
    }
    assertRefused(() -> new FloatText("", Double.NaN), "value cannot be NaN: only finite numbers");
    assertRefused(
        () -> new AnyWidget("", "module", "", Map.of("x", List.of(new Object()))),
        "x contains a value that cannot be sent to a page");
    assertRefused(() -> new Dropdown<>("", List.of()), "needs at least one");
    assertRefused(() -> new HBox((DomWidget<?>) null), "A widget is needed, but none was given.");
  }

  private static void assertRefused(ThrowingCallable control, String sentence) {
    assertThatIllegalArgumentException().isThrownBy(control).withMessageContaining(sentence);
  }
}
