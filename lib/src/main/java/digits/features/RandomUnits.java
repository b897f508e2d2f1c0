package digits.features;

import digits.linalg.BFloat16;
import digits.linalg.FloatMatrix;
import java.util.SplittableRandom;

/**
 * A layer of random units that are never trained: the more of them, the closer ten linear
 * classifiers on them come to curved ones on what is below (Rahimi and Recht 2007; Huang et al.
 * 2006, "extreme learning machine").
 *
 * <p>Each unit looks along one direction and bends what it sees, see {@link Bend}. The directions
 * are rounded to bfloat16 before anything is trained on them, so that a saved model is half as
 * large and the very same.
 *
 * @param bend what a unit does with what it sees
 * @param count how many units, 1 or more
 */
public record RandomUnits(Bend bend, int count) implements FeatureRecipe {

  /** What a unit does with the length z that it sees along its direction. */
  public enum Bend {

    /** max(0, z): along a random direction, from a random training digit on. */
    RELU,

    /**
     * cos(z): along a random direction, whose length fits the distances between training digits
     * (Rahimi and Recht 2007, "Random features for large-scale kernel machines").
     */
    COSINE,

    /**
     * z squared: along the line between two training digits of different classes, from the middle
     * of the two (McDonnell and Vladusich 2015, arXiv 1503.04596).
     */
    SQUARE
  }

  /**
   * Checks the number.
   *
   * @param bend what a unit does
   * @param count 1 or more
   * @throws IllegalArgumentException if it is below 1
   */
  public RandomUnits {
    if (count < 1) {
      throw new IllegalArgumentException("there is 1 unit or more, not " + count);
    }
  }

  /**
   * Rectified linear units.
   *
   * @param count how many
   * @return the recipe
   */
  public static RandomUnits relu(int count) {
    return new RandomUnits(Bend.RELU, count);
  }

  /**
   * Random Fourier features of a Gaussian kernel.
   *
   * @param count how many
   * @return the recipe
   */
  public static RandomUnits fourier(int count) {
    return new RandomUnits(Bend.COSINE, count);
  }

  /**
   * Squared differences.
   *
   * @param count how many
   * @return the recipe
   */
  public static RandomUnits differences(int count) {
    return new RandomUnits(Bend.SQUARE, count);
  }

  @Override
  public String name() {
    return count + " " + bend.name().toLowerCase(java.util.Locale.ROOT) + " units";
  }

  @Override
  public FeatureMap fit(Sample sample, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int inputs = sample.rows().columns();
    FloatMatrix directions = new FloatMatrix(count, inputs);
    float[] offsets = new float[count];
    Directions source = new Directions(sample, random);
    float[] direction = new float[inputs];
    for (int i = 0; i < count; i++) {
      double offset =
          switch (bend) {
            case RELU -> source.throughOne(direction);
            case COSINE -> source.wave(direction);
            case SQUARE -> source.between(direction);
          };
      offsets[i] = (float) offset;
      directions.setRow(i, direction);
    }
    return new Units(bend, directions, offsets);
  }

  /** Draws directions. */
  private static final class Directions {

    private static final int PAIRS = 1_000;

    private final Sample sample;
    private final SplittableRandom random;
    private final Classes classes;
    private final float[] first;
    private final float[] second;
    private double waveLength;

    Directions(Sample sample, SplittableRandom random) {
      this.sample = sample;
      this.random = random;
      this.classes = Classes.of(sample.labels());
      this.first = new float[sample.rows().columns()];
      this.second = new float[first.length];
    }

    /** The line between two digits of different classes; the offset is its middle. */
    double between(float[] direction) {
      int one = random.nextInt(classes.count());
      int other = (one + random.nextInt(1, Math.max(2, classes.count()))) % classes.count();
      sample.rows().getRow(classes.draw(one, random), first);
      sample.rows().getRow(classes.draw(other, random), second);
      for (int j = 0; j < direction.length; j++) {
        direction[j] = first[j] - second[j];
      }
      toUnitLength(direction, 1);
      double middle = 0;
      for (int j = 0; j < direction.length; j++) {
        middle += direction[j] * (first[j] + second[j]) / 2;
      }
      return middle;
    }

    /** Any direction; the offset is a random digit's place along it. */
    double throughOne(float[] direction) {
      for (int j = 0; j < direction.length; j++) {
        direction[j] = (float) random.nextGaussian();
      }
      toUnitLength(direction, 1);
      sample.rows().getRow(random.nextInt(sample.rows().rows()), first);
      double place = 0;
      for (int j = 0; j < direction.length; j++) {
        place += direction[j] * first[j];
      }
      return place;
    }

    /** A wave in any direction, of the sample's own length; the offset is its phase. */
    double wave(float[] direction) {
      if (waveLength == 0) {
        waveLength = typicalDistance();
      }
      for (int j = 0; j < direction.length; j++) {
        direction[j] = BFloat16.round((float) (random.nextGaussian() / waveLength));
      }
      return random.nextDouble(2 * Math.PI);
    }

    /** The root of the mean squared distance of two digits. */
    private double typicalDistance() {
      double sum = 0;
      for (int i = 0; i < PAIRS; i++) {
        sample.rows().getRow(random.nextInt(sample.rows().rows()), first);
        sample.rows().getRow(random.nextInt(sample.rows().rows()), second);
        for (int j = 0; j < first.length; j++) {
          double difference = first[j] - second[j];
          sum += difference * difference;
        }
      }
      return Math.sqrt(sum / PAIRS) / 2 + Float.MIN_NORMAL;
    }

    /** Takes the mean away, scales to a length, rounds to bfloat16. */
    private static void toUnitLength(float[] direction, double length) {
      double mean = 0;
      for (float x : direction) {
        mean += x;
      }
      mean /= direction.length;
      double squares = Float.MIN_NORMAL;
      for (float x : direction) {
        squares += (x - mean) * (x - mean);
      }
      double scale = length / Math.sqrt(squares);
      for (int j = 0; j < direction.length; j++) {
        direction[j] = BFloat16.round((float) ((direction[j] - mean) * scale));
      }
    }
  }
}
