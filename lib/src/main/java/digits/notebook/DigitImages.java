package digits.notebook;

import digits.data.Digit;
import digits.evaluate.Evaluation;
import digits.features.Augmentation;
import digits.features.Hog;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;

/**
 * Pictures of digits, weights and verdicts, for a notebook cell to return.
 *
 * <p>Each lies on an opaque card with round corners on a transparent page. They need no screen. The
 * {@code toString} of each says in words what it shows; a page has it beside the picture, or in its
 * place if Java finds no font to write with.
 */
public final class DigitImages {

  private DigitImages() {}

  /** One digit, enlarged 8 times, with its place and label below. */
  public static BufferedImage enlarged(Digit digit) {
    return Picture.of(() -> FeatureImages.enlarged(digit), digit::toString);
  }

  /**
   * Many digits, enlarged twice, from left to right, then down.
   *
   * @param digits 1 to 2,500, such as a {@link digits.data.DigitSet}
   * @param columns how many stand side by side, at least 1
   */
  public static BufferedImage mosaic(List<Digit> digits, int columns) {
    return Picture.of(() -> Mosaic.plain(digits, columns), () -> Words.mosaic(digits, columns));
  }

  /**
   * The weights of each classifier of a linear model on pixels, on one scale that is the same to
   * both sides of zero. Blue: ink here speaks for the digit. Vermillion: ink here speaks against
   * it. The scale covers 99 of 100 weights that are not zero; the few beyond get its last colour.
   *
   * @throws IllegalArgumentException if the model sees something else than pixels, or is not linear
   */
  public static BufferedImage weights(DigitClassifier model) {
    return Picture.of(() -> WeightImages.of(model), () -> Words.weights(model));
  }

  /**
   * What the classifiers say of one digit: the digit, the ten margins as bars from the yes line,
   * who says yes, the answer by arg max, and whether it is right. A digit without a label gets no
   * verdict. The scale of the bars is always the same; a bar that it cuts off ends in a point.
   */
  public static BufferedImage verdict(Prediction prediction) {
    return Picture.of(() -> VerdictCard.of(prediction), () -> Words.verdict(prediction));
  }

  /**
   * Many judged digits, from left to right, then down, each with what it is and what arg max made
   * of it, and a sign for right or wrong; below, how many are right.
   *
   * @param predictions 1 to 2,500
   * @param columns how many stand side by side, at least 1
   */
  public static BufferedImage verdicts(List<Prediction> predictions, int columns) {
    return Picture.of(
        () -> Mosaic.verdicts(predictions, columns), () -> Words.verdicts(predictions, columns));
  }

  /**
   * A confusion matrix: the larger a number, the darker its square.
   *
   * @param table its name, up to a semicolon, is the title; the first column names the rows, which
   *     are the truth, the others are counts, or shares of 1, which are shown in percent
   */
  public static BufferedImage matrix(Table table) {
    return Picture.of(() -> ConfusionImages.matrix(table), () -> ConfusionImages.text(table));
  }

  /**
   * Two digits that are confused, in four blocks of up to 25: rows are what they are, columns what
   * arg max took them for. The blocks of mistakes have a frame.
   *
   * @throws IllegalArgumentException if one of the two is not among the digits judged
   */
  public static BufferedImage blocks(Evaluation evaluation, int one, int other) {
    return Picture.of(
        () -> ConfusionImages.blocks(evaluation, one, other),
        () -> Words.blocks(evaluation.confusion(), one, other));
  }

  /**
   * Digits before and after {@link digits.features.Deskew}, one below the other; ten fit a page.
   */
  public static BufferedImage upright(List<Digit> digits) {
    return Picture.of(
        () -> FeatureImages.upright(digits),
        () ->
            "before and after standing upright: "
                + Words.rows(digits, Math.max(1, digits.size()), Words::label));
  }

  /**
   * A digit, and beside it the votes that {@link Hog} counts: nine strokes a cell, from its middle
   * to where the ink grows, each as long as the votes.
   */
  public static BufferedImage gradients(Digit digit, Hog hog) {
    return Picture.of(
        () -> FeatureImages.gradients(digit, hog),
        () ->
            String.format(
                Locale.ROOT,
                "%s, and beside it where its ink grows: %d strokes in each of %d x %d cells",
                digit,
                Hog.DIRECTIONS,
                hog.cells(),
                hog.cells()));
  }

  /**
   * Two digits and the direction between them, as a unit of {@link digits.features.RandomUnits}
   * would see it if it looked at pixels. Blue: only the first has ink. Vermillion: only the second
   * has.
   */
  public static BufferedImage difference(Digit one, Digit other) {
    return Picture.of(
        () -> FeatureImages.difference(one, other),
        () -> one + " less " + other + ", as a picture of 28 x 28 pixels");
  }

  /**
   * A digit and warped copies of it.
   *
   * @param count how many to show, with the digit itself; 1 to 2,500
   * @param columns how many stand side by side, at least 1
   */
  public static BufferedImage warped(
      Digit digit, Augmentation augmentation, int count, int columns) {
    return Picture.of(
        () -> Mosaic.plain(FeatureImages.warped(digit, augmentation, count), columns),
        () -> digit + ", and " + (count - 1) + " warped copies of it");
  }
}
