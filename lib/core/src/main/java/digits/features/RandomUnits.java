package digits.features;

import digits.linalg.BFloat16;
import digits.linalg.FloatMatrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A layer of random units that are never trained: the more of them, the closer linear classifiers
 * on them come to nonlinear ones on the features below (Rahimi and Recht 2007; Huang et al. 2006,
 * "extreme learning machine").
 *
 * <p>Each unit measures how far a row lies from the midpoint between two training digits of
 * different classes, along the line between them, and squares that distance (McDonnell and
 * Vladusich 2015, arXiv 1503.04596). The directions are rounded to bfloat16 before anything is
 * trained on them, so that a saved model is half as large and gives exactly the same answers.
 *
 * @param count how many units, at least 1
 */
public record RandomUnits(int count) implements FeatureRecipe {

  public RandomUnits {
    if (count < 1) {
      throw new IllegalArgumentException("the number of units must be at least 1, not " + count);
    }
  }

  @Override
  public String name() {
    return count + " square units";
  }

  @Override
  public Units fit(Sample sample, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] classes = classes(sample.labels());
    int inputs = sample.rows().columns();
    FloatMatrix directions = new FloatMatrix(count, inputs);
    float[] offsets = new float[count];
    float[] first = new float[inputs];
    float[] second = new float[inputs];
    float[] direction = new float[inputs];
    for (int i = 0; i < count; i++) {
      int one = random.nextInt(classes.length);
      int other = (one + random.nextInt(1, Math.max(2, classes.length))) % classes.length;
      sample.rows().getRow(classes[one][random.nextInt(classes[one].length)], first);
      sample.rows().getRow(classes[other][random.nextInt(classes[other].length)], second);
      offsets[i] = (float) between(first, second, direction);
      directions.setRow(i, direction);
    }
    return new Units(directions, offsets);
  }

  /** The places of each digit that occurs. */
  private static int[][] classes(byte[] labels) {
    return IntStream.range(0, 10)
        .mapToObj(
            digit -> IntStream.range(0, labels.length).filter(i -> labels[i] == digit).toArray())
        .filter(places -> places.length > 0)
        .toArray(int[][]::new);
  }

  /**
   * Sets the direction from one row to another, and returns the coordinate of their midpoint along
   * it.
   */
  private static double between(float[] first, float[] second, float[] direction) {
    for (int j = 0; j < direction.length; j++) {
      direction[j] = first[j] - second[j];
    }
    toUnitLength(direction);
    double middle = 0;
    for (int j = 0; j < direction.length; j++) {
      middle += direction[j] * (first[j] + second[j]) / 2;
    }
    return middle;
  }

  /** Subtracts the mean, scales to length 1, rounds to bfloat16. */
  private static void toUnitLength(float[] direction) {
    double mean = 0;
    for (float x : direction) {
      mean += x;
    }
    mean /= direction.length;
    double squares = Float.MIN_NORMAL;
    for (float x : direction) {
      squares += (x - mean) * (x - mean);
    }
    double scale = 1 / Math.sqrt(squares);
    for (int j = 0; j < direction.length; j++) {
      direction[j] = BFloat16.round((float) ((direction[j] - mean) * scale));
    }
  }

  /**
   * Units that have been drawn.
   *
   * @param directions one unit per row
   * @param offsets one per unit: the coordinate of its midpoint along its direction
   */
  public record Units(FloatMatrix directions, float[] offsets) implements FeatureMap.Projection {

    public Units {
      Finite.check(directions, offsets);
    }

    @Override
    public String name() {
      return new RandomUnits(size()).name();
    }

    @Override
    public void activate(float[] coordinates) {
      for (int j = 0; j < coordinates.length; j++) {
        coordinates[j] *= coordinates[j];
      }
    }
  }
}
