package digits.widgets;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Arguments that make no sense are refused before a page hears of the control. There is no kernel
 * here, so whatever spoke to one would fail otherwise.
 */
class RefusedControlsTest {

  @Test
  void aSliderWithoutAWay() {
    assertRefused(() -> new IntSlider("", 5, 4), "not from 5 to 4.");
    assertRefused(() -> new FloatSlider("", 0.5, 0.4, 0.1), "not from 0.5 to 0.4.");
    assertRefused(() -> new FloatLogSlider("", 2, -3), "not from 2.0 to -3.0.");
    assertRefused(() -> new FloatLogSlider("", 0, 400), "from -300 to 300, not to 400.0.");
    assertRefused(() -> new FloatSlider("", 0, Double.NaN, 1), "finite, not from 0.0 to NaN");
    for (double wrong : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertRefused(() -> new FloatSlider("", wrong, 1, 0.1), "finite, not from " + wrong);
      assertRefused(() -> new FloatLogSlider("", wrong, 1), "finite, not from " + wrong);
    }
  }

  @Test
  void aStepThatLeadsNowhereAndABarWithoutAnEnd() {
    for (double wrong : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRefused(
          () -> new FloatSlider("", 0, 1, wrong),
          "The step of a slider is a number above 0, not " + wrong + ".");
      assertRefused(
          () -> new Progress("", wrong), "The end of a bar is a number above 0, not " + wrong);
    }
  }

  @Test
  void aValueThatNoPageUnderstands() {
    assertRefused(
        () -> new FloatText("", Double.NaN),
        "value cannot hold NaN: a page understands finite numbers only.");
    assertRefused(
        () -> new AnyWidget("", "module", "", Map.of("x", List.of(new Object()))),
        "x holds something that cannot be sent to a page");
    assertRefused(() -> new Dropdown<>("", List.of()), "needs at least one");
  }

  @Test
  void nothingInThePlaceOfSomething() {
    assertRefused(() -> new Label(null), "A value is needed, but none was given.");
    assertRefused(() -> new Button(null), "A description is needed, but none was given.");
    assertRefused(() -> new HBox((DomWidget<?>) null), "A widget is needed, but none was given.");
    assertRefused(() -> new Dropdown<>("", Arrays.asList("a", null)), "A choice is needed");
    assertRefused(
        () -> new Dropdown<>("", List.of("a"), choice -> null), "A label of each choice is needed");
    assertRefused(() -> Still.of(null), "A text is needed, but none was given.");
  }

  private static void assertRefused(ThrowingCallable control, String sentence) {
    assertThatIllegalArgumentException().isThrownBy(control).withMessageContaining(sentence);
  }
}
