package digits.panels;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.draw.Drawing;
import digits.draw.OwnDigits;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import digits.notebook.DigitImages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jjava.widgets.AnyWidget;
import jjava.widgets.Needed;

/**
 * Paper to draw a digit on with a mouse, pen or finger. While the drawing grows, the pad shows the
 * 28 x 28 pixels that the classifiers see, and what each of them says. A picture of one digit can
 * be dropped on it instead.
 *
 * <p>A pad with a collection also has ten buttons that add the drawing to it under its true label.
 */
public final class DigitPad extends AnyWidget {

  /** Width and height of the paper, in the units of a {@link Drawing}. */
  public static final int SIDE = 280;

  private static final double PEN = 22;

  private final Optional<OwnDigits> own;
  private final Upload upload = new Upload();
  private final Map<String, DigitClassifier> offered = new LinkedHashMap<>();
  private DigitClassifier model;
  private Answer answer;
  private int answers;

  public DigitPad(DigitClassifier model) {
    this(Needed.of(model, "A model"), Optional.empty());
  }

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
    onMessage(this::received);
    fallback(this::picture);
    answer();
  }

  private static Map<String, Object> state(Optional<OwnDigits> own) {
    return Map.of(
        "side",
        SIDE,
        "pen",
        PEN,
        "strokes",
        List.of(),
        "collects",
        own.isPresent(),
        "pictures",
        true,
        "kept",
        "",
        "models",
        List.of());
  }

  public Drawing drawing() {
    return Strokes.drawing(get("pen"), get("strokes"));
  }

  /** Replaces what is on the paper; coordinates run from 0 to {@link #SIDE}. */
  public DigitPad drawing(Drawing drawing) {
    set(Map.of("pen", Needed.of(drawing, "A drawing").pen(), "strokes", Strokes.json(drawing)));
    answer();
    return this;
  }

  /** What the classifiers say; empty if there is too little ink, or too much. */
  public Optional<Prediction> prediction() {
    return answer.prediction();
  }

  /** Replaces the model, and asks the new one about the drawing on the paper. */
  public DigitPad model(DigitClassifier other) {
    model = Needed.of(other, "A model");
    answer();
    return this;
  }

  /** Adds a model to the list on the pad; one that has the same name is replaced. */
  public DigitPad offer(String name, DigitClassifier other) {
    offered.put(name, Needed.of(other, "A model"));
    answer();
    return this;
  }

  /** The page may change the strokes and the pen, and nothing else. */
  @Override
  protected boolean accepts(String key, Object value) {
    return switch (key) {
      case "strokes" -> Strokes.isDrawing(get("pen"), value);
      case "pen" -> Strokes.isDrawing(value, get("strokes"));
      default -> false;
    };
  }

  private void answer() {
    answer(Answer.of(drawing(), model));
  }

  /** Sends all in one message. The number changes even if the answer is the same as before. */
  private void answer(Answer other) {
    answer = other;
    answers++;
    List<Map<String, Object>> models = new ArrayList<>();
    offered.forEach((name, one) -> models.add(Map.of("name", name, "used", one == model)));
    set(
        Map.of(
            "pixels",
            answer.digit().pixels(),
            "verdict",
            answer.verdict(),
            "models",
            models,
            "answers",
            answers));
  }

  private void received(Map<String, Object> message, List<byte[]> bytes) {
    try {
      upload
          .take(message, bytes)
          .ifPresent(
              page -> {
                set("strokes", List.of());
                answer(Answer.of(page.digit(), model));
              });
    } catch (DataException e) {
      answer(Answer.none(model, "No digit", e.getMessage()));
    }
    if (message.get("use") instanceof String name && offered.containsKey(name)) {
      model(offered.get(name));
    }
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

  /** Adds the drawing to the collection and clears the paper. */
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
