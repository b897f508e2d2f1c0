package digits.learn;

import digits.linalg.Workers;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Several minimisations side by side. One evaluation answers all of them that are still running, so
 * each takes exactly the steps that it would take alone.
 */
final class Lockstep {

  /** Answers all problems at once. */
  @FunctionalInterface
  interface Evaluator {

    /**
     * Computes values and gradients.
     *
     * @param points one per problem; null where the problem has ended
     * @param gradients one per problem; overwritten where there is a point
     * @return the values, one per problem; arbitrary where there is no point
     */
    double[] evaluate(double[][] points, double[][] gradients);
  }

  private final Evaluator evaluator;
  private final Workers workers;

  Lockstep(Evaluator evaluator, Workers workers) {
    this.evaluator = evaluator;
    this.workers = workers;
  }

  /**
   * Minimises until every problem has ended.
   *
   * @param evaluations at most this many for each problem
   * @param stage its name in the reports, one after each evaluation
   * @throws CancellationException if the thread is interrupted
   */
  void minimize(List<Descent> descents, int evaluations, String stage, ProgressListener listener) {
    int problems = descents.size();
    double[][] points = new double[problems][];
    double[][] gradients = new double[problems][descents.get(0).point().length];
    for (int pass = 1;
        pass <= evaluations && descents.stream().anyMatch(d -> d.asks() != null);
        pass++) {
      for (int i = 0; i < problems; i++) {
        points[i] = descents.get(i).asks();
      }
      double[] values = evaluator.evaluate(points, gradients);
      workers.forEach(
          problems,
          i -> {
            if (points[i] != null) {
              descents.get(i).answer(values[i], gradients[i]);
            }
          });
      double loss = descents.stream().mapToDouble(Descent::value).sum();
      listener.report(new Progress(stage, pass, evaluations, loss));
    }
  }
}
