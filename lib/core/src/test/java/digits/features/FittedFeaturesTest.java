package digits.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.features.RandomUnits.Units;
import digits.features.Standardize.Standardized;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Features that are fitted first, against scikit-learn and direct sums. */
class FittedFeaturesTest {

  private static Workers workers;
  private static DigitSet digits;
  private static Sample pixels;

  @BeforeAll
  static void load() {
    workers = new Workers();
    digits = Mnist.load().train().head(1_000);
    pixels = Sample.of(digits, workers);
  }

  @AfterAll
  static void close() {
    workers.close();
  }

  @Test
  void componentsAreThoseOfScikitLearn() {
    FeatureMap map = new Pca(5).fit(pixels, 0);
    for (List<String> line : Fixtures.csv("features/sklearn-pca.csv")) {
      float[] actual = map.map(digits.get(Integer.parseInt(line.get(0))));
      for (int k = 0; k < 5; k++) {
        // The sign of a component is arbitrary.
        assertThat((double) Math.abs(actual[k]))
            .as("digit %s, component %d", line.get(0), k)
            .isCloseTo(Math.abs(Double.parseDouble(line.get(1 + k))), within(0.02));
      }
    }
  }

  @Test
  void standardizedColumnsAreThoseOfScikitLearn() {
    FeatureMap map = new Standardize().fit(pixels, 0);
    for (List<String> line : Fixtures.csv("features/sklearn-scaled.csv")) {
      float[] actual = map.map(digits.get(Integer.parseInt(line.get(0))));
      for (int k = 0; k < 10; k++) {
        assertThat((double) actual[400 + k])
            .as("digit %s, pixel %d", line.get(0), 400 + k)
            .isCloseTo(Double.parseDouble(line.get(1 + k)), within(1e-4));
      }
    }
    Sample scaled = map.map(pixels);
    float[] row = new float[784];
    double sum = 0;
    for (int i = 0; i < 1_000; i++) {
      scaled.rows().getRow(i, row);
      sum += row[406];
    }
    assertThat(sum).isCloseTo(0, within(0.01));
  }

  @Test
  void unitsSquareTheDistanceAlongTheirDirection() {
    Units units = new RandomUnits(50).fit(pixels, 7);
    float[] direction = new float[784];
    for (int place : new int[] {0, 1, 999}) {
      float[] before = digits.get(place).intensities();
      float[] after = units.map(digits.get(place));
      for (int i = 0; i < 50; i++) {
        units.directions().getRow(i, direction);
        double z = -units.offsets()[i];
        for (int j = 0; j < 784; j++) {
          z += (double) direction[j] * before[j];
        }
        assertThat((double) after[i])
            .as("unit %d, digit %d", i, place)
            .isCloseTo(z * z, within(1e-4));
      }
    }
  }

  @Test
  void directionsHaveMeanZeroAndLengthOne() {
    Units units = new RandomUnits(20).fit(pixels, 3);
    float[] direction = new float[784];
    for (int i = 0; i < 20; i++) {
      units.directions().getRow(i, direction);
      double mean = 0;
      double squares = 0;
      for (float x : direction) {
        mean += x;
        squares += x * x;
      }
      assertThat(mean / 784).as("mean of direction %d", i).isCloseTo(0, within(1e-4));
      assertThat(squares).as("length of direction %d", i).isCloseTo(1, within(0.01));
    }
  }

  @Test
  void aRecipeIsFittedStageAfterStage() {
    FeatureRecipe recipe =
        new Deskew()
            .andThen(new Hog(7).concat(new Pca(20)))
            .andThen(new Pca(12))
            .andThen(new RandomUnits(30))
            .andThen(new Standardize());
    FeatureMap map = recipe.fit(pixels, 9);
    assertThat(map.size()).isEqualTo(30);
    assertThat(map.inputs()).isEqualTo(784);
    assertThat(map.name())
        .isEqualTo(
            "deskew > (hog 7 + 20 components) > 12 components > 30 square units > standardize")
        .isEqualTo(recipe.name());
    float[] byHand = new float[344];
    float[] upright = new Deskew().map(digits.get(4));
    FloatMatrix in = new FloatMatrix(1, 784);
    in.setRow(0, upright);
    FloatMatrix out = new FloatMatrix(1, 344);
    new Hog(7).concat(new Pca(20).fit(new Deskew().map(pixels), 9)).map(in, out);
    out.getRow(0, byHand);
    FeatureMap below = ((Chain) ((Chain) ((Chain) map).first()).first()).first();
    assertThat(below.map(digits.get(4))).isEqualTo(byHand);
  }

  @Test
  void viewsAreTheMeanOverTheWarpsOfEachDigit() {
    Augmentation warps = new Augmentation(3, 1, 0.2, 0.1, 10, 4);
    FeatureMap views = Views.of(new Deskew().andThen(new Hog(7)), warps).fit(pixels, 1);
    Digit digit = digits.get(3);
    double[] sum = new double[views.size()];
    for (long view = 0; view <= 3; view++) {
      float[] seen = digit.intensities();
      FloatMatrix in = new FloatMatrix(1, 784);
      in.setRow(0, view == 0 ? seen : warps.warp(seen, view));
      FloatMatrix out = new FloatMatrix(1, views.size());
      new Deskew().andThen(new Hog(7)).map(in, out);
      float[] row = new float[views.size()];
      out.getRow(0, row);
      for (int j = 0; j < row.length; j++) {
        sum[j] += row[j] / 4.0;
      }
    }
    float[] actual = views.map(digit);
    for (int j = 0; j < sum.length; j++) {
      assertThat((double) actual[j]).isCloseTo(sum[j], within(1e-5));
    }
    assertThatThrownBy(() -> new Views(new Standardized(new float[1], new float[1]), warps))
        .hasMessage("views need a map of 784 pixels, but standardize takes rows of 1");
  }

  @Test
  void theSameSeedDrawsTheSameUnits() {
    FeatureRecipe recipe = new RandomUnits(10);
    float[] one = recipe.fit(pixels, 1).map(digits.get(0));
    assertThat(recipe.fit(pixels, 1).map(digits.get(0))).isEqualTo(one);
    assertThat(recipe.fit(pixels, 2).map(digits.get(0))).isNotEqualTo(one);
  }

  @Test
  void stagesThatDoNotFitAreNamed() {
    assertThatThrownBy(() -> new Hog().andThen(new Deskew()))
        .hasMessage("hog makes rows of 1296, but deskew takes rows of 784");
    assertThatThrownBy(() -> new RandomUnits(0))
        .hasMessage("the number of units must be at least 1, not 0");
  }

  @Test
  void aUnitLiesMidwayBetweenTwoDigitsThatDiffer() {
    DigitSet six = digits.only(3, 8).head(6);
    Units units = new RandomUnits(20).fit(Sample.of(six, workers), 3);
    for (int unit = 0; unit < 20; unit++) {
      int i = unit;
      assertThat(six)
          .anySatisfy(
              one ->
                  assertThat(six)
                      .filteredOn(other -> other.label() != one.label())
                      .anyMatch(d -> Math.abs(units.map(d)[i] - units.map(one)[i]) < 1e-4));
    }
  }
}
