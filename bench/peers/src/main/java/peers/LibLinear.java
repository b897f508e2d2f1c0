package peers;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import digits.data.DigitSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/** liblinear-java, one versus rest by itself. */
final class LibLinear {

  private LibLinear() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments[0];
    Contest contest = new Contest(name, Integer.MAX_VALUE);
    Problem problem = contest.map(() -> problem(contest.train()));
    SolverType solver =
        name.equals("liblinear-logistic") ? SolverType.L2R_LR : SolverType.L2R_L2LOSS_SVC_DUAL;
    double tolerance = solver == SolverType.L2R_LR ? 0.01 : 0.1;
    Linear.disableDebugOutput();
    Model model = contest.fit(() -> Linear.train(problem, new Parameter(solver, 1, tolerance)));
    model.save(contest.model());
    contest.saved();
    contest.report(
        () -> {
          Feature[][] rows = rows(contest.test());
          return Arrays.stream(rows).mapToInt(row -> (int) Linear.predict(model, row)).toArray();
        },
        String.valueOf(firstYesErrors(model, contest.test())),
        "liblinear-java 2.44",
        solver + ", C 1, its usual tolerance " + tolerance);
  }

  /** How often the first of the ten that says yes, from 0 to 9, is wrong, or nobody says yes. */
  private static long firstYesErrors(Model model, DigitSet digits) {
    int[] order = model.getLabels();
    double[] margins = new double[order.length];
    Feature[][] rows = rows(digits);
    long errors = 0;
    for (int i = 0; i < rows.length; i++) {
      Linear.predictValues(model, rows[i], margins);
      int first = IntStream.range(0, 10).filter(k -> margins[k] > 0).map(k -> order[k]).min().orElse(-1);
      errors += first == digits.label(i) ? 0 : 1;
    }
    return errors;
  }

  private static Problem problem(DigitSet digits) {
    Problem problem = new Problem();
    problem.l = digits.size();
    problem.n = 785;
    problem.bias = 1;
    problem.x = rows(digits);
    problem.y = Arrays.stream(Contest.labels(digits)).asDoubleStream().toArray();
    return problem;
  }

  /** Inked pixels, and a one for the intercept. */
  private static Feature[][] rows(DigitSet digits) {
    Feature[][] rows = new Feature[digits.size()][];
    for (int i = 0; i < rows.length; i++) {
      float[] pixels = digits.get(i).intensities();
      Feature[] row = new Feature[785];
      int count = 0;
      for (int j = 0; j < pixels.length; j++) {
        if (pixels[j] > 0) {
          row[count++] = new FeatureNode(j + 1, pixels[j]);
        }
      }
      row[count++] = new FeatureNode(785, 1);
      rows[i] = Arrays.copyOf(row, count);
    }
    return rows;
  }
}
