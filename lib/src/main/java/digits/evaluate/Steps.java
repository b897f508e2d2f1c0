package digits.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How many yeses are right and wrong when the threshold sinks from score to score. Equal scores
 * make one step.
 *
 * @param thresholds the different scores, descending
 * @param right true positives when scores say yes from this threshold on
 * @param wrong false positives likewise
 */
record Steps(double[] thresholds, int[] right, int[] wrong) {

  static Steps of(Scores scores) {
    int[] order =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.comparingDouble(scores::value).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    double[] thresholds = new double[order.length];
    int[] right = new int[order.length];
    int[] wrong = new int[order.length];
    int steps = 0;
    int positives = 0;
    for (int i = 0; i < order.length; i++) {
      positives += scores.truth(order[i]) ? 1 : 0;
      double value = scores.value(order[i]);
      if (i + 1 == order.length || scores.value(order[i + 1]) != value) {
        thresholds[steps] = value;
        right[steps] = positives;
        wrong[steps++] = i + 1 - positives;
      }
    }
    return new Steps(
        Arrays.copyOf(thresholds, steps), Arrays.copyOf(right, steps), Arrays.copyOf(wrong, steps));
  }

  int size() {
    return thresholds.length;
  }

  /** Without the steps between two equal ones, which lie on a straight line between them. */
  Steps corners() {
    IntPredicate corner =
        i ->
            i == 0
                || i == size() - 1
                || right[i + 1] - right[i] != right[i] - right[i - 1]
                || wrong[i + 1] - wrong[i] != wrong[i] - wrong[i - 1];
    int[] kept = IntStream.range(0, size()).filter(corner).toArray();
    return new Steps(
        IntStream.of(kept).mapToDouble(i -> thresholds[i]).toArray(),
        IntStream.of(kept).map(i -> right[i]).toArray(),
        IntStream.of(kept).map(i -> wrong[i]).toArray());
  }
}
