package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Read back from the pixels: the larger the number, the darker its square. */
class ConfusionImagesTest {

  private static final Table COUNTS =
      Table.create(
          "counts",
          StringColumn.create("actual", "3", "5"),
          IntColumn.create("3", new int[] {90, 10}),
          IntColumn.create("5", new int[] {0, 40}));

  /** A corner of a cell, where no number is written. */
  private static Color cell(BufferedImage picture, int row, int column) {
    return new Color(picture.getRGB(64 + column * 40 + 2, 78 + row * 28 + 2));
  }

  @Test
  void largerNumbersAreDarkerAndRowsAreTheTruth() {
    BufferedImage picture = DigitImages.matrix(COUNTS);
    assertThat(cell(picture, 0, 0)).isEqualTo(Palette.YES);
    assertThat(cell(picture, 0, 1)).isEqualTo(Palette.PAPER);
    assertThat(cell(picture, 1, 0).getRed())
        .isGreaterThan(cell(picture, 1, 1).getRed())
        .isLessThan(Palette.PAPER.getRed());
  }

  @Test
  void missingNumbersAreGreyAndTheWordsAreTheTable() {
    Table shares =
        Table.create(
            "errors",
            StringColumn.create("actual", "3", "5"),
            DoubleColumn.create("3", new double[] {Double.NaN, 0.25}),
            DoubleColumn.create("5", new double[] {0.5, Double.NaN}));
    BufferedImage picture = DigitImages.matrix(shares);
    assertThat(cell(picture, 0, 0)).isEqualTo(Palette.LINE);
    assertThat(cell(picture, 0, 1)).isEqualTo(Palette.YES);
    assertThat(picture.toString()).contains("errors").contains("0.25");
  }
}
