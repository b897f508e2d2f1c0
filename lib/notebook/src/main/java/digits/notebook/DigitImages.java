package digits.notebook;

import digits.data.Digit;
import digits.data.Message;
import digits.evaluate.Evaluation;
import digits.features.Augmentation;
import digits.features.Hog;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import digits.paper.Page;
import digits.paper.Reading;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Pictures of digits, weights and verdicts, for a notebook cell to return.
 *
 * <p>Each picture is an opaque card with round corners on a transparent background. No screen is
 * needed. {@code toString} says in words what a picture shows; a cell outputs these words too, and
 * only them if Java finds no font.
 */
public final class DigitImages {

  private DigitImages() {}

  /** One digit, enlarged eight times, with its index and label below. */
  public static BufferedImage enlarged(Digit digit) {
    return Picture.of(() -> FeatureImages.enlarged(digit), digit::toString);
  }

  /**
   * Many digits, enlarged twice, row by row.
   *
   * @param digits 1 to 2,500, for example a {@link digits.data.DigitSet}
   * @param columns digits per row, at least 1
   */
  public static BufferedImage mosaic(List<Digit> digits, int columns) {
    return Picture.of(() -> Mosaic.plain(digits, columns), () -> Words.mosaic(digits, columns));
  }

  /**
   * The weights of a linear model on pixels, one picture per classifier, all on one symmetric
   * scale. Blue: ink here speaks for the digit. Vermilion: ink here speaks against it. The scale
   * covers 99 % of the nonzero weights; larger ones get its end colours.
   *
   * @throws IllegalArgumentException if the model is not linear or sees anything but pixels
   */
  public static BufferedImage weights(DigitClassifier model) {
    List<BinaryClassifier> all = model.classifiers();
    return Picture.of(() -> WeightImages.of(all), () -> Words.weights(all));
  }

  /** The weights of one classifier, as for a model. */
  public static BufferedImage weights(BinaryClassifier classifier) {
    List<BinaryClassifier> one = List.of(classifier);
    return Picture.of(() -> WeightImages.of(one), () -> Words.weights(one));
  }

  /**
   * How one classifier gets from pixels to its margin, one row per digit: the pixels times the
   * weights, and what the products add up to.
   *
   * @throws IllegalArgumentException if the classifier is not linear or sees anything but pixels
   */
  public static BufferedImage contributions(BinaryClassifier classifier, Digit... digits) {
    return Picture.of(
        () -> ContributionImages.of(classifier, List.of(digits)),
        () -> ContributionImages.words(classifier, List.of(digits)));
  }

  /**
   * What the classifiers say of one digit: the digit, the margins as bars from the yes line, who
   * says yes, the answer by arg max and, if the digit has a label, whether it is right. The bars
   * end at 10, or at 2 if none is longer; one that is cut off ends in a point.
   */
  public static BufferedImage verdict(Prediction prediction) {
    return Picture.of(() -> VerdictCard.of(prediction), () -> Words.verdict(prediction));
  }

  /**
   * Many judged digits, row by row, each with its label, the answer by arg max, and a mark for
   * right or wrong; below, the number of right and wrong answers.
   *
   * @param predictions 1 to 2,500
   * @param columns digits per row, at least 1
   */
  public static BufferedImage verdicts(List<Prediction> predictions, int columns) {
    return Picture.of(
        () -> Mosaic.verdicts(predictions, columns), () -> Words.verdicts(predictions, columns));
  }

  /**
   * A confusion matrix: the larger a number, the darker its cell.
   *
   * @param table its name up to a semicolon is the title; its first column names the rows, which
   *     are the actual digits; the others hold counts, or shares of 1, which are shown in percent
   */
  public static BufferedImage matrix(Table table) {
    return Picture.of(() -> ConfusionImages.matrix(table), () -> ConfusionImages.text(table));
  }

  /**
   * Two digits that are confused, in four blocks of up to 25: one row per actual digit, one column
   * per answer by arg max. Blocks of mistakes have a frame.
   *
   * @throws IllegalArgumentException if the model has no classifier for one of the two
   */
  public static BufferedImage blocks(Evaluation evaluation, int one, int other) {
    return Picture.of(
        () -> ConfusionImages.blocks(evaluation, one, other),
        () -> Words.blocks(evaluation.confusion(), one, other));
  }

  /** A page of digits, with a box around each. */
  public static BufferedImage page(Page page) {
    return Picture.of(() -> PageImages.page(page), page::toString);
  }

  /** A page with the answers written in; doubtful ones are vermilion and have a question mark. */
  public static BufferedImage reading(Reading reading) {
    return Picture.of(() -> PageImages.reading(reading), reading::toString);
  }

  /** The five steps from the picture of a page to its digits. */
  public static BufferedImage steps(Page page) {
    Map<String, BufferedImage> steps = page.steps();
    return Picture.of(
        () -> PageImages.steps(steps),
        () -> page + ", in " + steps.size() + " steps: " + String.join(", ", steps.keySet()));
  }

  /** Digits before and after {@link digits.features.Deskew}; about ten fit on a page. */
  public static BufferedImage upright(List<Digit> digits) {
    return Picture.of(
        () -> FeatureImages.upright(digits),
        () ->
            "before and after standing upright: "
                + Words.rows(digits, Math.max(1, digits.size()), Words::label));
  }

  /**
   * A digit, and beside it the histograms of {@link Hog}: in each cell nine strokes that point to
   * where the ink grows, each as long as the votes for its direction.
   */
  public static BufferedImage gradients(Digit digit, Hog hog) {
    return Picture.of(
        () -> FeatureImages.gradients(digit, hog),
        () ->
            Message.of(
                "%s, and beside it where its ink grows: %d strokes in each of %d x %d cells",
                digit, Hog.DIRECTIONS, hog.cells(), hog.cells()));
  }

  /**
   * Two digits and their difference, which is the direction of a {@link
   * digits.features.RandomUnits} unit on pixels. Blue: only the first has ink. Vermilion: only the
   * second has.
   */
  public static BufferedImage difference(Digit one, Digit other) {
    return Picture.of(
        () -> FeatureImages.difference(one, other),
        () -> one + " less " + other + ", as a picture of 28 x 28 pixels");
  }

  /**
   * A digit and warped copies of it.
   *
   * @param count how many to show, including the digit itself; 1 to 2,500
   * @param columns digits per row, at least 1
   */
  public static BufferedImage warped(
      Digit digit, Augmentation augmentation, int count, int columns) {
    return Picture.of(
        () -> Mosaic.plain(FeatureImages.warped(digit, augmentation, count), columns),
        () -> digit + ", and " + (count - 1) + " warped copies of it");
  }
}
