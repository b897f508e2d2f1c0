package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PaletteTest {

  /** What a dark page has under its panels. */
  private static final Color DARK = new Color(0x111111);

  @Test
  void textAndShapesHaveEnoughContrast() {
    for (Color text : List.of(Palette.INK, Palette.QUIET, Palette.YES)) {
      assertThat(contrast(text, Palette.CARD)).as("%s", text).isGreaterThan(4.5);
      assertThat(contrast(text, Palette.ANSWER)).as("%s", text).isGreaterThan(4.5);
    }
    for (Color shape : List.of(Palette.NO, Palette.RIGHT, Palette.WRONG)) {
      assertThat(contrast(shape, Palette.CARD)).as("%s", shape).isGreaterThan(3);
      assertThat(contrast(shape, Palette.PAPER)).as("sign on %s", shape).isGreaterThan(3);
    }
    List<String> dark =
        Pattern.compile("#\\w{6}")
            .matcher(Palette.css().split("data-jp-theme")[1])
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(dark).hasSize(4);
    for (String color : dark) {
      assertThat(contrast(Color.decode(color), DARK)).as(color).isGreaterThan(4.5);
    }
  }

  @Test
  void scalesRunFromPaperToTheirEnds() {
    assertThat(Palette.grey(0)).isEqualTo(Palette.PAPER);
    assertThat(Palette.grey(255)).isEqualTo(Palette.INK);
    assertThat(Palette.diverging(Double.POSITIVE_INFINITY)).isEqualTo(Palette.YES);
    assertThat(Palette.diverging(-1)).isEqualTo(Palette.NO);
    assertThat(Palette.diverging(-0.5)).isEqualTo(Palette.mix(Palette.PAPER, Palette.NO, 0.5));
    assertThat(Palette.diverging(0)).isEqualTo(Palette.PAPER);
  }

  /** The contrast ratio of WCAG 2: 1 to 21. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color color) {
    double[] shares = {0.2126, 0.7152, 0.0722};
    float[] rgb = color.getRGBColorComponents(new float[3]);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double linear = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
      sum += shares[i] * linear;
    }
    return sum;
  }
}
