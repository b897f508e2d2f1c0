package digits.panels;

import digits.data.DigitSet;
import digits.data.Message;
import digits.features.Augmentation;
import digits.features.Deskew;
import digits.features.FeatureRecipe;
import digits.features.Pixels;
import digits.learn.Learner;
import digits.learn.LinearSvm;
import digits.learn.Logistic;
import digits.learn.Ridge;
import digits.learn.Trainer;
import digits.notebook.Palette;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jjava.widgets.DomWidget;
import jjava.widgets.Dropdown;
import jjava.widgets.FloatLogSlider;
import jjava.widgets.HBox;
import jjava.widgets.Html;
import jjava.widgets.IntSlider;
import jjava.widgets.IntText;
import jjava.widgets.Still;
import jjava.widgets.Text;
import jjava.widgets.VBox;
import jjava.widgets.ValueControl;

/** The hyperparameters of the training panel as controls, each with a note about its value. */
final class Settings {

  private static final String LOGISTIC = "logistic regression";
  private static final String SVM = "linear SVM";
  private static final String RIDGE = "ridge regression";

  private record FeatureChoice(String title, String note, FeatureRecipe recipe) {}

  private static final List<FeatureChoice> FEATURES =
      List.of(
          new FeatureChoice("pixels", "784 numbers a digit", new Pixels()),
          new FeatureChoice(
              "upright pixels", "784 numbers, the digit stood upright", new Deskew(5)),
          new FeatureChoice(
              "gradients",
              "stood upright, then histograms of gradients",
              Trainer.features().recipe()),
          new FeatureChoice(
              "random units",
              "5,000 units over the gradients: best with ridge",
              Trainer.best().recipe()));

  private final DigitSet training;
  private final Dropdown<String> learner = new Dropdown<>("learner", List.of(LOGISTIC, SVM, RIDGE));
  private final Dropdown<FeatureChoice> features =
      new Dropdown<>("features", FEATURES, FeatureChoice::title);
  private final FloatLogSlider penalty =
      new FloatLogSlider("penalty", -2, 4).value(5.0).format(".2g").continuous(false);
  private final IntSlider iterations =
      new IntSlider("iterations", 1, 200).value(100).continuous(false);
  private final IntText digits;
  private final IntSlider copies = new IntSlider("warped copies", 0, 5).continuous(false);
  private final Text seed = new Text("seed").value("0");
  private final Map<ValueControl<?, ?>, Html> notes = new LinkedHashMap<>();
  private boolean sound;

  Settings(DigitSet training) {
    this.training = training;
    digits = new IntText("digits", training.size());
    for (ValueControl<?, ?> control :
        List.of(learner, features, penalty, iterations, digits, copies, seed)) {
      control.width("340px").descriptionWidth("110px");
      notes.put(control, new Html(""));
      control.onChange(value -> check());
    }
    check();
  }

  VBox box() {
    return new VBox(
        notes.entrySet().stream()
            .map(row -> new HBox(row.getKey(), row.getValue()))
            .toArray(DomWidget<?>[]::new));
  }

  /** A trainer with these settings; empty if one of them is invalid. */
  Optional<Trainer> trainer() {
    check();
    if (!sound) {
      return Optional.empty();
    }
    int count = digits.value() == training.size() ? 0 : digits.value();
    Augmentation warped =
        copies.value() == 0 ? Augmentation.NONE : new Augmentation(copies.value());
    return Optional.of(
        Trainer.of(features.value().recipe, learner())
            .digits(count)
            .augmentation(warped)
            .seed(Long.parseLong(seed.value().strip())));
  }

  /** The panel's title for features, given the name of their recipe. */
  static String title(String recipe) {
    for (FeatureChoice choice : FEATURES) {
      if (choice.recipe.name().equals(recipe)) {
        return choice.title;
      }
    }
    return recipe;
  }

  private Learner learner() {
    return switch (learner.value()) {
      case SVM -> new LinearSvm().penalty(penalty()).iterations(iterations.value());
      case RIDGE -> new Ridge(penalty());
      default -> new Logistic().penalty(penalty()).iterations(iterations.value());
    };
  }

  /** The slider moves in tenths of a power of ten, so two significant digits are enough. */
  private double penalty() {
    return new BigDecimal(penalty.value()).round(new MathContext(2)).doubleValue();
  }

  private void check() {
    sound = true;
    boolean iterates = !learner.value().equals(RIDGE);
    iterations.disabled(!iterates);
    explain(features, features.value().note);
    explain(penalty, "a larger one makes smaller weights");
    explain(
        iterations,
        iterates
            ? "at most so many passes over the digits"
            : "ridge needs none: it solves at once");
    int count = digits.value();
    if (count < 2) {
      refuse(digits, "At least 2 digits are needed, not " + count + ".");
    } else if (count > training.size()) {
      refuse(digits, text("There are %,d to learn from, not %,d.", training.size(), count));
    } else if (count == training.size()) {
      explain(digits, "all that are there to learn from");
    } else {
      explain(digits, text("drawn at random of %,d", training.size()));
    }
    String rows = text("%d times as many rows to learn from, and as much time", 1 + copies.value());
    explain(copies, copies.value() == 0 ? "" : rows);
    if (seed.value().strip().matches("-?\\d{1,18}")) {
      explain(seed, "of every random choice");
    } else {
      refuse(seed, "A seed is a whole number, not \"" + seed.value() + "\".");
    }
  }

  private void explain(ValueControl<?, ?> control, String text) {
    note(
        control,
        "style=\"color: var(--jp-ui-font-color2, " + Palette.hex(Palette.QUIET) + ")\"",
        text);
  }

  private void refuse(ValueControl<?, ?> control, String text) {
    sound = false;
    note(
        control,
        "role=\"alert\" style=\"color: var(--jp-error-color1, "
            + Palette.hex(Palette.WRONG)
            + ")\"",
        text);
  }

  private void note(ValueControl<?, ?> control, String look, String text) {
    String html = text.isEmpty() ? "" : "<span " + look + ">" + Still.escape(text) + "</span>";
    notes.get(control).value(html);
  }

  private static String text(String format, Object... numbers) {
    return Message.of(format, numbers);
  }
}
