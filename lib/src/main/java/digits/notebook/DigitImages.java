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
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * Pictures of digits, weights and verdicts, for a notebook cell to return.
 *
 * <p>Each lies on an opaque card with round corners on a transparent page. They need no screen, and
 * no fonts: where the machine has none, letters are drawn as plain strokes. The {@code toString} of
 * each says in words what it shows; a page has it beside the picture.
 */
public final class DigitImages {

  private DigitImages() {}

  /**
   * One digit, enlarged 8 times, with its place and label below.
   *
   * @param digit any digit
   * @return a picture of 264 x 284 pixels
   */
  public static BufferedImage enlarged(Digit digit) {
    return new Picture(EnlargedDigit.of(digit, Lettering.available()), Words.digit(digit));
  }

  /**
   * Many digits, enlarged twice, without words.
   *
   * @param digits 1 to 2,500, such as a {@link digits.data.DigitSet}; from left to right, then down
   * @param columns how many stand side by side, at least 1
   * @throws IllegalArgumentException if there are no digits or too many, or no columns
   */
  public static BufferedImage mosaic(List<Digit> digits, int columns) {
    BufferedImage pixels = Mosaic.plain(digits, columns, Lettering.available());
    return new Picture(pixels, Words.mosaic(digits, columns, Words::label));
  }

  /**
   * Many digits, enlarged twice, each with a caption below, such as {@code d -> "" + d.label()}.
   *
   * @param digits 1 to 2,500; from left to right, then down
   * @param columns how many stand side by side, at least 1
   * @param caption what to write below a digit; one short line
   * @throws IllegalArgumentException if there are no digits or too many, or no columns
   */
  public static BufferedImage mosaic(
      List<Digit> digits, int columns, Function<? super Digit, String> caption) {
    BufferedImage pixels = Mosaic.captioned(digits, columns, caption, Lettering.available());
    return new Picture(pixels, Words.mosaic(digits, columns, caption));
  }

  /**
   * The ten weights pictures of a linear model on pixels, on one scale that is the same to both
   * sides of zero. Blue: ink here speaks for the digit. Vermillion: ink here speaks against it. The
   * scale covers 99 of 100 weights that are not zero; the few beyond get its last colour.
   *
   * @param model classifiers whose weights belong to the 784 pixels
   * @return the picture, five weights pictures a row, each 112 pixels wide
   * @throws IllegalArgumentException if the model sees something else than pixels, or is not linear
   */
  public static BufferedImage weights(DigitClassifier model) {
    return new Picture(WeightImages.of(model, Lettering.available()), Words.weights(model));
  }

  /**
   * What the classifiers say of one digit: the digit, the ten margins as bars from the yes line,
   * who says yes, the answer by arg max, and whether it is right. A digit without a label gets no
   * verdict. Bars that the scale cuts end in a point; the number beside is always the margin.
   *
   * @param prediction of any digit
   * @return a picture of 580 x 316 pixels
   */
  public static BufferedImage verdict(Prediction prediction) {
    return new Picture(
        VerdictCard.of(prediction, Lettering.available()), Words.verdict(prediction));
  }

  /**
   * Many judged digits, each with what it is and what arg max made of it, and a sign for right or
   * wrong; below, how many are right.
   *
   * @param predictions 1 to 2,500; from left to right, then down
   * @param columns how many stand side by side, at least 1
   * @throws IllegalArgumentException if there are no predictions or too many, or no columns
   */
  public static BufferedImage verdicts(List<Prediction> predictions, int columns) {
    BufferedImage pixels = Mosaic.verdicts(predictions, columns, Lettering.available());
    return new Picture(pixels, Words.verdicts(predictions, columns));
  }

  /**
   * A confusion matrix: the larger a number, the darker its square.
   *
   * @param table its name, up to a semicolon, is the title; the first column names the rows, which
   *     are the truth, the others are counts, or shares of 1, which are shown in percent
   */
  public static BufferedImage matrix(Table table) {
    return new Picture(MatrixImage.of(table, Lettering.available()), table.printAll());
  }

  /**
   * Two digits that are confused, in four blocks of up to 25: rows are what they are, columns what
   * arg max took them for.
   *
   * @param evaluation whose digits to show
   * @param one 0 to 9
   * @param other 0 to 9
   * @return the picture; the blocks of mistakes have a frame
   * @throws IllegalArgumentException if one of the two is not among the digits judged
   */
  public static BufferedImage blocks(Evaluation evaluation, int one, int other) {
    BufferedImage pixels = BlocksImage.of(evaluation, one, other, Lettering.available());
    return new Picture(pixels, Words.blocks(evaluation.confusion(), one, other));
  }

  /**
   * Digits before and after {@link digits.features.Deskew}, one below the other.
   *
   * @param digits at least one; ten fit a page
   * @return the picture, two rows
   * @throws IllegalArgumentException if there are no digits
   */
  public static BufferedImage upright(List<Digit> digits) {
    return new Picture(
        FeatureImages.upright(digits, Lettering.available()),
        "before and after standing upright: "
            + Words.rows(digits, Math.max(1, digits.size()), Words::label));
  }

  /**
   * A digit, and beside it the votes that {@link Hog} counts: nine strokes a cell, from its middle
   * to where the ink grows, each as long as the votes.
   *
   * @param digit any digit
   * @param hog says how large the cells are
   */
  public static BufferedImage gradients(Digit digit, Hog hog) {
    return new Picture(
        FeatureImages.gradients(digit, hog, Lettering.available()),
        String.format(
            Locale.ROOT,
            "%s, and beside it where its ink grows: %d strokes in each of %d x %d cells",
            Words.digit(digit),
            Hog.DIRECTIONS,
            hog.cells(),
            hog.cells()));
  }

  /**
   * Two digits and the direction between them, as a unit of {@link digits.features.RandomUnits}
   * would see it if it looked at pixels. Blue: only the first has ink. Vermillion: only the second
   * has.
   *
   * @param one any digit
   * @param other any other
   */
  public static BufferedImage difference(Digit one, Digit other) {
    return new Picture(
        FeatureImages.difference(one, other, Lettering.available()),
        Words.digit(one) + " less " + Words.digit(other) + ", as a picture of 28 x 28 pixels");
  }

  /**
   * A digit and warped copies of it.
   *
   * @param digit comes first
   * @param augmentation says how copies are warped
   * @param count how many to show, with the digit itself; 1 to 2,500
   * @param columns how many stand side by side, at least 1
   * @throws IllegalArgumentException if the counts are out of range
   */
  public static BufferedImage warped(
      Digit digit, Augmentation augmentation, int count, int columns) {
    List<Digit> all = FeatureImages.warped(digit, augmentation, count);
    return new Picture(
        Mosaic.plain(all, columns, Lettering.available()),
        Words.digit(digit) + ", and " + (count - 1) + " warped copies of it");
  }
}
