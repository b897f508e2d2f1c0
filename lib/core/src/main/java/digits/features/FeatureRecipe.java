package digits.features;

/**
 * Describes what a classifier shall see of a digit; some features have to be fitted on training
 * digits first. Immutable.
 *
 * <p>Recipes compose like pipes: {@code new Deskew().andThen(new Hog(4).concat(new
 * Hog(7))).andThen(new RandomUnits(3200))}.
 */
public sealed interface FeatureRecipe
    permits FeatureMap, Pca, RandomUnits, Standardize, Chain.Recipe, Concat.Recipe, Views.Recipe {

  /** A short description, such as "deskew > hog". */
  String name();

  /**
   * Fits the features on training digits.
   *
   * @param sample training digits, as the previous stage makes them
   * @param seed of every random choice
   * @throws IllegalArgumentException if the rows do not have the length that this recipe needs
   */
  FeatureMap fit(Sample sample, long seed);

  /** This recipe, followed by one that takes the rows that this one makes. */
  default FeatureRecipe andThen(FeatureRecipe next) {
    return new Chain.Recipe(this, next);
  }

  /** This recipe and another side by side, on the same rows; the numbers of this one come first. */
  default FeatureRecipe concat(FeatureRecipe other) {
    return new Concat.Recipe(this, other);
  }
}
