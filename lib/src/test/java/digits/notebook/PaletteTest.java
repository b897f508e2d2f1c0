package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {

  /** How people without green or red cones see linear red, green, blue: Machado et al., 2009. */
  private static final double[][] NO_GREEN = {
    {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
  };

  private static final double[][] NO_RED = {
    {0.152286, 1.052583, -0.204868},
    {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}
  };

  @Test
  void textHasEnoughContrastOnTheCardAndBehindTheAnswer() {
    for (Color ground : List.of(Palette.CARD, Palette.ANSWER)) {
      for (Color text : List.of(Palette.INK, Palette.QUIET, Palette.YES)) {
        assertThat(contrast(text, ground)).as("%s on %s", text, ground).isGreaterThan(4.5);
      }
    }
    assertThat(contrast(Palette.RIGHT, Palette.CARD)).isGreaterThan(4.5);
    assertThat(contrast(Palette.WRONG, Palette.CARD)).isGreaterThan(4.5);
    assertThat(contrast(Palette.PAPER, Palette.INK)).isGreaterThan(4.5);
  }

  @Test
  void barsAndSignsStandOutFromTheCard() {
    for (Color shape : List.of(Palette.YES, Palette.NO, Palette.RIGHT, Palette.WRONG)) {
      assertThat(contrast(shape, Palette.CARD)).as("%s", shape).isGreaterThan(3);
      assertThat(contrast(Palette.PAPER, shape)).as("sign on %s", shape).isGreaterThan(3);
    }
  }

  @Test
  void colourBlindReadersTellOppositesApart() {
    for (double[][] eye : List.of(NO_GREEN, NO_RED)) {
      assertThat(distance(eye, Palette.YES, Palette.NO)).isGreaterThan(0.1);
      assertThat(distance(eye, Palette.RIGHT, Palette.WRONG)).isGreaterThan(0.1);
      assertThat(distance(eye, Palette.NO, Palette.WRONG)).isGreaterThan(0.1);
    }
  }

  @Test
  void greyGoesFromPaperToInk() {
    assertThat(Palette.grey(0)).isEqualTo(Palette.PAPER);
    assertThat(Palette.grey(255)).isEqualTo(Palette.INK);
    assertThat(luminance(Palette.grey(100))).isGreaterThan(luminance(Palette.grey(150)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 1e300, Double.POSITIVE_INFINITY})
  void divergingEndsAtNoAndYes(double share) {
    assertThat(Palette.diverging(share)).isEqualTo(Palette.YES);
    assertThat(Palette.diverging(-share)).isEqualTo(Palette.NO);
    assertThat(Palette.diverging(0)).isEqualTo(Palette.PAPER);
  }

  @Test
  void divergingIsEquallyStrongToBothSides() {
    assertThat(Palette.diverging(0.5))
        .isEqualTo(Palette.mix(Palette.PAPER, Palette.YES, 0.5))
        .isNotEqualTo(Palette.diverging(0.4));
    assertThat(Palette.diverging(-0.5)).isEqualTo(Palette.mix(Palette.PAPER, Palette.NO, 0.5));
  }

  /** The contrast ratio of WCAG 2: 1 to 21. */
  static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color color) {
    double[] rgb = linear(color);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  /** How different two colours look to an eye, in the space OKLab: black and white are 1 apart. */
  private static double distance(double[][] eye, Color one, Color other) {
    double[] a = okLab(product(eye, linear(one)));
    double[] b = okLab(product(eye, linear(other)));
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  /** Ottosson, "A perceptual color space for image processing", 2020. */
  private static double[] okLab(double[] rgb) {
    double[][] cones = {
      {0.4122214708, 0.5363325363, 0.0514459929},
      {0.2119034982, 0.6806995451, 0.1073969566},
      {0.0883024619, 0.2817188376, 0.6299787005}
    };
    double[][] lab = {
      {0.2104542553, 0.7936177850, -0.0040720468},
      {1.9779984951, -2.4285922050, 0.4505937099},
      {0.0259040371, 0.7827717662, -0.8086757660}
    };
    double[] roots = product(cones, rgb);
    for (int i = 0; i < 3; i++) {
      roots[i] = Math.cbrt(roots[i]);
    }
    return product(lab, roots);
  }

  private static double[] product(double[][] matrix, double[] rgb) {
    return new double[] {dot(matrix[0], rgb), dot(matrix[1], rgb), dot(matrix[2], rgb)};
  }

  private static double dot(double[] row, double[] rgb) {
    return row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2];
  }

  private static double[] linear(Color color) {
    float[] rgb = color.getRGBColorComponents(new float[3]);
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      linear[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
    }
    return linear;
  }
}
