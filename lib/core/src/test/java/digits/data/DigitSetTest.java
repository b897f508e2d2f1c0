package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigitSetTest {

  /** Digit i has label i % 10 and the pixel value i everywhere. */
  private static DigitSet digits(int count) {
    byte[] pixels = new byte[count * Digit.PIXELS];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      Arrays.fill(pixels, i * Digit.PIXELS, (i + 1) * Digit.PIXELS, (byte) i);
      labels[i] = (byte) (i % 10);
    }
    return DigitSet.of("numbers", pixels, labels);
  }

  private static int[] indices(DigitSet set) {
    return set.stream().mapToInt(Digit::index).toArray();
  }

  @Test
  void givesDigitsInOrder() {
    DigitSet set = digits(25);

    assertThat(set).hasSize(25);
    assertThat(set.get(23).label()).isEqualTo(3);
    assertThat(set.get(23).index()).isEqualTo(23);
    assertThat(set.get(23).pixel(27, 27)).isEqualTo(23);
    assertThat(set.label(23)).isEqualTo(3);
    assertThat(set.counts()).containsExactly(3, 3, 3, 3, 3, 2, 2, 2, 2, 2);
    assertThatThrownBy(() -> set.get(25)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesLengthsThatDoNotFitAndLabelsThatAreNoDigits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitSet.of("", new byte[783], new byte[1]))
        .withMessage("1 labels need 784 pixels (784 each), not 783");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitSet.of("", new byte[2 * 784], new byte[] {9, -1}))
        .withMessage("a label is 0 to 9, not 255, at digit 1");
  }

  @Test
  void selectionsKeepTheIndexOfEachDigit() {
    DigitSet set = digits(40);

    assertThat(indices(set.head(3))).containsExactly(0, 1, 2);
    assertThat(indices(set.only(1, 5).only(5))).containsExactly(5, 15, 25, 35);
    assertThat(indices(set.select(IntStream.of(9, 3, 3)))).containsExactly(9, 3, 3);
    assertThat(set.only(5).get(2)).isEqualTo(set.get(25));
  }

  @Test
  void anotherQuestionHasItsAnswersAsLabels() {
    DigitSet odd = digits(14).asked(digit -> digit.label() % 2 == 1);
    assertThat(odd.counts()).startsWith(7, 7, 0);
    assertThat(odd.label(13)).isEqualTo(1);
    assertThat(odd.get(13).intensities()).isEqualTo(digits(14).get(13).intensities());
  }

  @Test
  void refusesSelectionsOfWhatIsNotThere() {
    DigitSet set = digits(4);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> set.head(5))
        .withMessage("numbers has 4 digits, not 5");
    assertThatIllegalArgumentException().isThrownBy(() -> set.sample(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> set.only(1, 10));
    assertThatThrownBy(() -> set.select(IntStream.of(4)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void samplesWithoutPuttingBackAndTheSameForTheSameSeed() {
    DigitSet set = digits(200);

    assertThat(indices(set.sample(200, 1))).doesNotHaveDuplicates();
    assertThat(set.sample(20, 1)).isEqualTo(set.sample(20, 1));
    assertThat(set.sample(20, 1)).isNotEqualTo(set.sample(20, 2));
    assertThat(set.random(7)).isEqualTo(set.random(7));
    assertThat(set.sample(0, 1)).isEmpty();
    DigitSet five = digits(5);
    assertThat(IntStream.range(0, 200).map(seed -> five.random(seed).index()).distinct())
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void intensitiesAreScaledPixels() {
    assertThat(digits(201).get(200).intensities()).hasSize(784).containsOnly(200 / 255f);
  }

  @Test
  void checksumTellsPixelsLabelsAndOrderApart() {
    DigitSet two = DigitSet.of("two", new byte[2 * Digit.PIXELS], new byte[] {3, 4});
    byte[] pixels = new byte[2 * Digit.PIXELS];
    assertThat(DigitSet.of("x", pixels.clone(), new byte[] {3, 4}).checksum())
        .hasSize(64)
        .isEqualTo(two.checksum());
    DigitSet relabelled = DigitSet.of("two", pixels.clone(), new byte[] {4, 4});
    pixels[Digit.PIXELS - 1] = 1;
    DigitSet inked = DigitSet.of("two", pixels, new byte[] {4, 4});
    assertThat(Stream.of(two, relabelled, inked, inked.select(IntStream.of(1, 0))))
        .extracting(DigitSet::checksum)
        .doesNotHaveDuplicates();
  }
}
