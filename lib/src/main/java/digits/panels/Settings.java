package digits.panels;

import digits.data.DigitSet;
import digits.features.Augmentation;
import digits.learn.Trainer;
import digits.widgets.DomWidget;
import digits.widgets.Dropdown;
import digits.widgets.FloatLogSlider;
import digits.widgets.IntSlider;
import digits.widgets.IntText;
import digits.widgets.Text;
import digits.widgets.VBox;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hyper-parameters of the training panel as controls. What makes no sense is said beside. */
final class Settings {

  private final Dropdown<LearnerChoice> learner =
      new Dropdown<>("learner", List.of(LearnerChoice.values()));
  private final Dropdown<FeatureChoice> features =
      new Dropdown<>("features", List.of(FeatureChoice.values()));
  private final FloatLogSlider penalty =
      new FloatLogSlider("penalty", -2, 4).value(5.0).format(".2g").continuous(false);
  private final IntSlider iterations =
      new IntSlider("iterations", 1, 200).value(100).continuous(false);
  private final IntText digits;
  private final IntSlider copies = new IntSlider("warped copies", 0, 5).continuous(false);
  private final Text seed = new Text("seed").value("0");

  private final Setting ofLearner = new Setting(learner);
  private final Setting ofFeatures = new Setting(features);
  private final Setting ofPenalty = new Setting(penalty);
  private final Setting ofIterations = new Setting(iterations);
  private final Setting ofDigits;
  private final Setting ofCopies = new Setting(copies);
  private final Setting ofSeed = new Setting(seed);
  private final DigitSet training;

  Settings(DigitSet training) {
    this.training = training;
    digits = new IntText("digits", training.size());
    ofDigits = new Setting(digits);
    learner.onChange(value -> check());
    features.onChange(value -> check());
    penalty.onChange(value -> check());
    iterations.onChange(value -> check());
    digits.onChange(value -> check());
    copies.onChange(value -> check());
    seed.onChange(value -> check());
    check();
  }

  VBox box() {
    return new VBox(all().stream().map(Setting::row).toArray(DomWidget<?>[]::new));
  }

  private List<Setting> all() {
    return List.of(ofLearner, ofFeatures, ofPenalty, ofIterations, ofDigits, ofCopies, ofSeed);
  }

  /** What the controls ask for; nothing if one of them makes no sense. */
  Optional<Trainer> trainer() {
    if (!check()) {
      return Optional.empty();
    }
    int count = digits.value() == training.size() ? 0 : digits.value();
    Augmentation warped =
        copies.value() == 0 ? Augmentation.NONE : new Augmentation(copies.value());
    return Optional.of(
        Trainer.of(
                features.value().recipe(), learner.value().learner(penalty(), iterations.value()))
            .digits(count)
            .augmentation(warped)
            .seed(Long.parseLong(seed.value().strip())));
  }

  /** The slider's steps are tenths of a power of ten; two figures of that are enough. */
  private double penalty() {
    return new BigDecimal(penalty.value()).round(new MathContext(2)).doubleValue();
  }

  private boolean check() {
    ofFeatures.explain(features.value().note());
    ofPenalty.explain("a larger one makes smaller weights");
    boolean iterates = learner.value().iterates();
    iterations.disabled(!iterates);
    ofIterations.explain(
        iterates
            ? "at most so many passes over the digits"
            : "ridge needs none: it solves at once");
    checkDigits(digits.value());
    ofCopies.explain(
        copies.value() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "%d times as many rows to learn from, and as much time",
                1 + copies.value()));
    if (seed.value().strip().matches("-?\\d{1,18}")) {
      ofSeed.explain("of every random choice");
    } else {
      ofSeed.refuse("A seed is a whole number, not \"" + seed.value() + "\".");
    }
    return all().stream().allMatch(Setting::isSound);
  }

  private void checkDigits(int count) {
    if (count < 2) {
      ofDigits.refuse("It takes 2 digits or more, not " + count + ".");
    } else if (count > training.size()) {
      ofDigits.refuse(
          String.format(
              Locale.ROOT, "There are %,d to learn from, not %,d.", training.size(), count));
    } else {
      ofDigits.explain(
          count == training.size()
              ? "all that are there to learn from"
              : String.format(Locale.ROOT, "drawn at random of %,d", training.size()));
    }
  }
}
