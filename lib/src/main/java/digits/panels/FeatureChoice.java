package digits.panels;

import digits.features.Deskew;
import digits.features.FeatureRecipe;
import digits.features.Pixels;
import digits.learn.Trainer;

/** The features to choose from. */
enum FeatureChoice {
  PIXELS("pixels", "784 numbers a digit", new Pixels()),
  UPRIGHT("upright pixels", "784 numbers, the digit stood upright", new Deskew(5)),
  GRADIENTS(
      "gradients", "stood upright, then histograms of gradients", Trainer.features().recipe()),
  UNITS("random units", "5,000 units over the gradients: best with ridge", Trainer.best().recipe());

  private final String title;
  private final String note;
  private final FeatureRecipe recipe;

  FeatureChoice(String title, String note, FeatureRecipe recipe) {
    this.title = title;
    this.note = note;
    this.recipe = recipe;
  }

  /** What the classifiers then see. */
  FeatureRecipe recipe() {
    return recipe;
  }

  /** The same in a few words. */
  String note() {
    return note;
  }

  @Override
  public String toString() {
    return title;
  }
}
