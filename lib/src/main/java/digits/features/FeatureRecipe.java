package digits.features;

/**
 * What to make of a digit, before any digit has been seen: some features need to be fitted on
 * training digits first. Immutable.
 *
 * <p>Recipes are put together like pipes: {@code new Deskew().andThen(new Hog(4).concat(new
 * Hog(7))).andThen(new RandomUnits(3200))}.
 */
public interface FeatureRecipe {

  /**
   * What it is called.
   *
   * @return the name, such as "deskew > hog"
   */
  String name();

  /**
   * Fits the features on training digits.
   *
   * @param sample some training digits, as the stage before makes them
   * @param seed of every random choice
   * @return the features, fitted and frozen
   * @throws IllegalArgumentException if the rows are not as long as this recipe needs them
   */
  FeatureMap fit(Sample sample, long seed);

  /**
   * This, and then another on what this makes.
   *
   * @param next takes the rows that this makes
   */
  default FeatureRecipe andThen(FeatureRecipe next) {
    return new Chain.Recipe(this, next);
  }

  /**
   * This and another side by side, on the same rows.
   *
   * @param other takes the rows that this takes
   * @return both as one: the numbers of this first, those of the other after them
   */
  default FeatureRecipe concat(FeatureRecipe other) {
    return new Concat.Recipe(this, other);
  }
}
