package digits.notebook;

import static digits.notebook.Pictures.at;
import static digits.notebook.Pictures.colors;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FewColorsTest {

  @Test
  void manyGoToTheNearestOfTheMostFrequent() {
    BufferedImage picture = new BufferedImage(10, 1, BufferedImage.TYPE_INT_ARGB);
    Color[] row = {
      Color.RED,
      Color.RED,
      Color.RED,
      Color.BLUE,
      Color.BLUE,
      Color.BLUE,
      new Color(200, 0, 9),
      new Color(9, 0, 200),
      new Color(250, 9, 9),
      new Color(0, 0, 0, 0)
    };
    for (int x = 0; x < row.length; x++) {
      picture.setRGB(x, 0, row[x].getRGB());
    }
    BufferedImage few = FewColors.of(picture, 3);

    assertThat(colors(few)).containsExactlyInAnyOrder(Color.RED, Color.BLUE, new Color(0, 0, 0, 0));
    assertThat(at(few, 6, 0)).isEqualTo(Color.RED);
    assertThat(at(few, 7, 0)).isEqualTo(Color.BLUE);
    assertThat(at(few, 8, 0)).isEqualTo(Color.RED);
    assertThat(at(few, 9, 0).getAlpha()).as("transparent, however rare").isZero();
  }
}
