package digits.panels;

import digits.data.DigitSet;
import digits.data.Message;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.Arrays;
import java.util.Map;
import jjava.widgets.AnyWidget;
import jjava.widgets.Background;

/**
 * Random digits to click through, each with what the classifiers say: the margins as bars, who says
 * yes, the answer, and whether it is right. A cell shows it by returning it.
 *
 * <p>The right and left arrow keys also go to the next and the previous digit. A seed sets the
 * order, and an index finds a digit; if several digits share the index, asking again finds the next
 * of them. Filters leave only mistakes, or digits to which no classifier or several say yes. The
 * first filter chosen judges the whole set in the background. The score counts each digit once.
 */
public final class DigitTester extends AnyWidget {

  private final Walk walk;
  private final Background work = new Background(this);
  private String seed = "0";
  private int turn;

  /**
   * A tester that starts at the first digit in the order of seed 0.
   *
   * @param digits at least one labelled digit, preferably none that the model was trained on
   */
  public DigitTester(DigitClassifier model, DigitSet digits) {
    this(new Walk(model, digits));
  }

  @SuppressWarnings("this-escape") // The page asks nothing before it has been shown.
  private DigitTester(Walk walk) {
    super("digits.panels.tester", FrontEnd.module("tester"), FrontEnd.style("tester"), Map.of());
    this.walk = walk;
    fallback(this::prediction);
    onMessage((asked, bytes) -> answer(asked));
    show("", "");
  }

  /** Starts again in the order of {@link DigitSet#sample} with this seed. */
  public synchronized DigitTester seed(long seed) {
    walk.shuffle(seed);
    this.seed = String.valueOf(seed);
    show("", "");
    return this;
  }

  /** What the classifiers say of the digit that the page shows now. */
  public synchronized Prediction prediction() {
    return walk.prediction();
  }

  private void answer(Map<String, Object> asked) {
    String control = words(asked.get("control"));
    try {
      obey(control, words(asked.get("value")));
    } catch (RuntimeException | Error failure) { // Shown below the panel, which remains usable.
      set("said", said(control, ""));
      throw failure;
    }
  }

  /** What a page has sent, short enough to be quoted in a message. */
  private static String words(Object sent) {
    String text = String.valueOf(sent);
    return text.substring(0, Math.min(100, text.length()));
  }

  private void obey(String control, String value) {
    switch (control) {
      case "next" -> act(control, () -> move(1));
      case "previous" -> act(control, () -> move(-1));
      case "go" -> act(control, () -> walk.goTo(whole("An index", value)));
      case "seed" -> act(control, () -> seed(whole("A seed", value)));
      case "filter" -> choose(control, named(Filter.values(), value), walk.decision());
      case "rule" -> choose(control, walk.filter(), named(Decision.values(), value));
      case "restart" -> act(control, walk::restart);
      default -> throw new IllegalArgumentException("There is no control " + control + ".");
    }
  }

  private static <E extends Enum<E>> E named(E[] choices, String name) {
    return Arrays.stream(choices)
        .filter(choice -> choice.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no choice " + name + "."));
  }

  /**
   * Does what a control asks for; if that is not possible, the reason is shown beside the control.
   */
  private synchronized void act(String control, Runnable action) {
    try {
      action.run();
      show(control, "");
    } catch (IllegalArgumentException refusal) {
      show(control, refusal.getMessage());
    }
  }

  private void move(int by) {
    if (!walk.move(by)) {
      throw new IllegalArgumentException(
          "This is the " + (by > 0 ? "last" : "first") + " of the digits you have chosen.");
    }
  }

  private void choose(String control, Filter filter, Decision decision) {
    if (filter == Filter.ALL || walk.isJudged()) {
      act(control, () -> walk.choose(filter, decision));
    } else if (work.isRunning()) {
      show(control, "The digits are still being judged: wait a moment.");
    } else {
      show(control, Message.of("Judging all %,d digits ...", walk.size()));
      work.start(
          () -> {
            walk.judge();
            act(control, () -> walk.choose(filter, decision));
          });
    }
  }

  private static long whole(String what, String text) {
    try {
      return Long.parseLong(text.strip().replace(",", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " is a whole number, not \"" + text + "\".");
    }
  }

  /** The page sends requests; it changes nothing itself. */
  @Override
  protected boolean accepts(String key, Object value) {
    return false;
  }

  /** Sends all in one message: the digit, and a text to show beside a control. */
  private synchronized void show(String control, String text) {
    set(
        Map.of(
            "view", TesterState.of(walk),
            "pixels", walk.prediction().digit().pixels(),
            "seed", seed,
            "said", said(control, text)));
  }

  /** A text to show beside a control. The page sends no request until the turn has changed. */
  private synchronized Map<String, Object> said(String control, String text) {
    turn++;
    return Map.of("control", control, "text", text, "turn", turn);
  }
}
