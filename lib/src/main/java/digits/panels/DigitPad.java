package digits.panels;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.draw.Drawing;
import digits.draw.OwnDigits;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import digits.notebook.DigitImages;
import digits.widgets.AnyWidget;
import digits.widgets.Needed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Paper to draw a digit on, with mouse, pen or finger. Beside it stand the 28 x 28 pixels that the
 * classifiers get, and what each of them says, while the drawing grows.
 *
 * <p>With a collection, ten buttons say what a drawing really was, and keep it there.
 */
public final class DigitPad extends AnyWidget {

  /** Width and height of the paper, in the unit of the drawings. */
  public static final int SIDE = 280;

  private static final double PEN = 22;

  private final Optional<OwnDigits> own;
  private DigitClassifier model;
  private Answer answer;
  private int answers;

  /** A pad that only asks a model. */
  public DigitPad(DigitClassifier model) {
    this(Needed.of(model, "A model"), Optional.empty());
  }

  /** A pad that also keeps what was drawn. */
  public DigitPad(DigitClassifier model, OwnDigits own) {
    this(Needed.of(model, "A model"), Optional.of(Needed.of(own, "A collection")));
  }

  private DigitPad(DigitClassifier model, Optional<OwnDigits> own) {
    super("digits.panels.pad", FrontEnd.module("pad"), FrontEnd.style("pad"), state(own));
    this.model = model;
    this.own = own;
    own.ifPresent(digits -> set("kept", kept(digits.digits())));
    observe("strokes", strokes -> answer());
    observe("pen", pen -> answer());
    onMessage((message, bytes) -> received(message));
    fallback(this::picture);
    answer();
  }

  private static Map<String, Object> state(Optional<OwnDigits> own) {
    return Map.of(
        "side", SIDE, "pen", PEN, "strokes", List.of(), "collects", own.isPresent(), "kept", "");
  }

  /** What is on the paper now. */
  public Drawing drawing() {
    return Strokes.drawing(get("pen"), get("strokes"));
  }

  /**
   * Puts another drawing on the paper.
   *
   * @param drawing its points should lie in 0 to {@link #SIDE}
   */
  public DigitPad drawing(Drawing drawing) {
    set(Map.of("pen", Needed.of(drawing, "A drawing").pen(), "strokes", Strokes.json(drawing)));
    answer();
    return this;
  }

  /** What the classifiers say; nothing if there is too little ink, or too much. */
  public Optional<Prediction> prediction() {
    return answer.prediction();
  }

  /** Asks another model from now on. */
  public DigitPad model(DigitClassifier other) {
    model = Needed.of(other, "A model");
    answer();
    return this;
  }

  /** The page draws, and chooses the pen. */
  @Override
  protected boolean accepts(String key, Object value) {
    return switch (key) {
      case "strokes" -> Strokes.isDrawing(get("pen"), value);
      case "pen" -> Strokes.isDrawing(value, get("strokes"));
      default -> false;
    };
  }

  /**
   * Tells the page all in one message, with a number, so that it sees an answer that is the same.
   */
  private void answer() {
    answer = Answer.of(drawing(), model);
    answers++;
    set(Map.of("pixels", answer.digit().pixels(), "verdict", answer.verdict(), "answers", answers));
  }

  private void received(Map<String, Object> message) {
    own.ifPresent(
        digits -> {
          try {
            if (message.get("really") instanceof Number label) {
              keep(digits, label.doubleValue());
            } else if ("take back".equals(message.get("do"))) {
              set("kept", kept(digits.removeLast()));
            }
          } catch (DataException e) {
            set("kept", "Not kept: " + e.getMessage());
          }
        });
  }

  /** Keeps what is drawn, and takes a new sheet. */
  private void keep(OwnDigits digits, double really) {
    int label = (int) really;
    if (label != really || label < 0 || label > 9) {
      throw new IllegalArgumentException("A digit is 0 to 9, not " + really + ".");
    }
    if (answer.prediction().isEmpty()) {
      set("kept", "Draw a digit first, then say what it was.");
      return;
    }
    DigitSet all = digits.add(answer.digit(), label);
    set("kept", "Kept as a " + label + ". " + kept(all));
    set("strokes", List.of());
    answer();
  }

  private static String kept(DigitSet digits) {
    int[] counts = digits.counts();
    String each =
        IntStream.range(0, 10)
            .filter(label -> counts[label] > 0)
            .mapToObj(label -> counts[label] + " × " + label)
            .collect(Collectors.joining(", "));
    return switch (digits.size()) {
      case 0 -> "No digits of your own.";
      case 1 -> "1 digit of your own: " + each + ".";
      default -> digits.size() + " digits of your own: " + each + ".";
    };
  }

  private Object picture() {
    return answer
        .prediction()
        .<Object>map(DigitImages::verdict)
        .orElseGet(() -> DigitImages.enlarged(Digit.of(new byte[Digit.PIXELS], Digit.UNLABELLED)));
  }
}
