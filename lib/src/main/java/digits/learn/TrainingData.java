package digits.learn;

import digits.data.DigitSet;
import digits.features.FeatureMap;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The training digits as the learners see them.
 *
 * @param features one row a digit, one column a feature, and a last column of ones for the
 *     intercept
 * @param map what made the features
 * @param digits where the labels are
 */
public record TrainingData(FloatMatrix features, FeatureMap map, DigitSet digits) {

  /** Digits that one thread maps at a time. */
  private static final int BLOCK = 512;

  /**
   * Maps all digits, on all cores.
   *
   * @throws CancellationException if the thread is interrupted
   */
  static TrainingData of(DigitSet digits, FeatureMap map, Workers workers) {
    FloatMatrix features = new FloatMatrix(digits.size(), map.size() + 1);
    workers.forEach(
        blocks(digits),
        block -> {
          float[] row = new float[map.size() + 1];
          row[map.size()] = 1;
          int end = Math.min(digits.size(), (block + 1) * BLOCK);
          for (int place = block * BLOCK; place < end; place++) {
            map.map(digits, place, row, 0);
            features.setRow(place, row);
          }
        });
    return new TrainingData(features, map, digits);
  }

  /** The share of the digits that arg max gets wrong, computed on all cores. */
  double error(List<BinaryClassifier> classifiers, Workers workers) {
    AtomicInteger wrong = new AtomicInteger();
    workers.forEach(
        blocks(digits),
        block -> {
          float[] row = new float[map.size()];
          int end = Math.min(digits.size(), (block + 1) * BLOCK);
          for (int place = block * BLOCK; place < end; place++) {
            features.getRow(place, row);
            if (surest(classifiers, row) != digits.label(place)) {
              wrong.incrementAndGet();
            }
          }
        });
    return wrong.doubleValue() / digits.size();
  }

  private static int surest(List<BinaryClassifier> classifiers, float[] row) {
    int digit = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (BinaryClassifier classifier : classifiers) {
      double margin = classifier.margin(row);
      if (margin > best) {
        best = margin;
        digit = classifier.digit();
      }
    }
    return digit;
  }

  private static int blocks(DigitSet digits) {
    return (digits.size() + BLOCK - 1) / BLOCK;
  }

  /** +1 where the digit at a place is the one wanted, -1 where it is another. */
  int target(int place, int wanted) {
    return digits.label(place) == wanted ? 1 : -1;
  }
}
