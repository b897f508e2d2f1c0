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
        "null",
        "liblinear-java 2.44",
        solver + ", C 1, its usual tolerance " + tolerance);
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
