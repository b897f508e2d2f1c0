package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DigitTest {

  private static byte[] inkAt(int row, int column, int ink) {
    byte[] pixels = new byte[Digit.PIXELS];
    pixels[row * Digit.SIDE + column] = (byte) ink;
    return pixels;
  }

  @Test
  void pixelsAreUnsignedAndRowMajor() {
    Digit digit = Digit.of(inkAt(3, 5, 200), 7);

    assertThat(digit.pixel(3, 5)).isEqualTo(200);
    assertThat(digit.pixel(5, 3)).isZero();
    assertThat(digit.label()).isEqualTo(7);
    assertThat(digit.index()).isZero();
  }

  @Test
  void keepsItsPixelsWhenTheArraysAroundItChange() {
    byte[] given = inkAt(0, 0, 1);
    Digit digit = Digit.of(given, 0);

    given[0] = 9;
    digit.pixels()[0] = 9;

    assertThat(digit.pixel(0, 0)).isEqualTo(1);
  }

  @Test
  void refusesOtherLabelsNumbersOfPixelsAndPlaces() {
    for (int label : new int[] {-2, 10, 255}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Digit.of(new byte[Digit.PIXELS], label))
          .withMessageContaining("not " + label);
    }
    for (int pixels : new int[] {0, 783, 785}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Digit.of(new byte[pixels], 0))
          .withMessage("a digit has 784 pixels (28 x 28), not " + pixels);
    }
    Digit digit = Digit.of(new byte[Digit.PIXELS], Digit.UNLABELLED);
    assertThatThrownBy(() -> digit.pixel(0, 28)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> digit.pixel(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void equalsByPixelsAndLabel() {
    Digit digit = Digit.of(inkAt(1, 1, 5), 3);

    assertThat(digit).isEqualTo(Digit.of(inkAt(1, 1, 5), 3));
    assertThat(digit).hasSameHashCodeAs(Digit.of(inkAt(1, 1, 5), 3));
    assertThat(digit).isNotEqualTo(Digit.of(inkAt(1, 1, 6), 3));
    assertThat(digit).isNotEqualTo(Digit.of(inkAt(1, 1, 5), 4));
  }

  @Test
  void drawsItselfInCharacters() {
    String[] lines = Digit.of(inkAt(2, 4, 255), Digit.UNLABELLED).toString().split("\n");

    assertThat(lines).hasSize(29);
    assertThat(lines[0]).isEqualTo("digit 0: unlabelled");
    assertThat(lines[3]).isEqualTo("    @" + " ".repeat(23));
    assertThat(lines[4]).isBlank();
  }

  @Test
  void saysWhenThereIsNoInk() {
    Digit blank = Digit.of(new byte[Digit.PIXELS], 5);

    assertThat(blank.isBlank()).isTrue();
    assertThat(blank.toString()).startsWith("digit 0: 5, no ink\n");
    assertThat(Digit.of(inkAt(27, 27, 1), 5).isBlank()).isFalse();
  }
}
