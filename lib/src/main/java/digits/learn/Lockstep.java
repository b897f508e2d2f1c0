package digits.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Phaser;
import java.util.function.IntFunction;
import smile.math.BFGS;
import smile.math.DifferentiableMultivariateFunction;

/**
 * Several minimisations side by side, each by Smile's L-BFGS on a thread of its own.
 *
 * <p>Whenever a minimisation needs a value it waits here until all others that still run need one
 * too; then one evaluation answers them all. So each takes exactly the steps that it would take
 * alone. The evaluation runs on the caller's thread, which may be interrupted.
 */
final class Lockstep {

  /** Answers all problems that ask. */
  @FunctionalInterface
  interface Evaluator {

    /**
     * Computes values and gradients.
     *
     * @param points one a problem; null where the problem has ended
     * @param gradients one a problem; overwritten where there is a point
     * @return the values, one a problem; 0 where there is no point
     */
    double[] evaluate(double[][] points, double[][] gradients);
  }

  private final Evaluator evaluator;
  private final double[][] points;
  private final double[][] gradients;
  private final Phaser phaser;
  private final double[] values;
  private volatile Throwable failure;

  /**
   * Prepares the minimisations.
   *
   * @param problems how many
   * @param size length of a point
   * @param evaluator answers all that ask
   */
  Lockstep(int problems, int size, Evaluator evaluator) {
    this.evaluator = evaluator;
    this.points = new double[problems][];
    this.gradients = new double[problems][size];
    this.values = new double[problems];
    this.phaser = new Phaser(problems + 1);
  }

  /**
   * Minimises all problems, each from zero.
   *
   * @param problems the function to minimise, by number; it calls {@link #ask} with that number
   * @param settings memory, tolerance and limit of L-BFGS
   * @param listener is told after each evaluation
   * @return one minimiser a problem
   * @throws CancellationException if the thread is interrupted
   */
  double[][] minimize(
      IntFunction<DifferentiableMultivariateFunction> problems,
      Settings settings,
      ProgressListener listener) {
    double[][] solutions = new double[points.length][gradients[0].length];
    List<Thread> threads = new ArrayList<>();
    try {
      for (int i = 0; i < points.length; i++) {
        int problem = i;
        Thread thread =
            new Thread(
                () -> descend(problem, problems, settings, solutions[problem]),
                "digits-lbfgs-" + i);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
      }
      answerAll(settings, listener);
    } finally {
      phaser.forceTermination();
      threads.forEach(Lockstep::join);
    }
    return solutions;
  }

  /** Settings of L-BFGS. */
  record Settings(int memory, double tolerance, int iterations) {}

  private void descend(
      int problem,
      IntFunction<DifferentiableMultivariateFunction> problems,
      Settings settings,
      double[] solution) {
    try {
      DifferentiableMultivariateFunction f = problems.apply(problem);
      BFGS.minimize(f, settings.memory, solution, settings.tolerance, settings.iterations);
    } catch (CancellationException e) {
      // The caller's thread has ended all of them and says why.
    } catch (Throwable e) {
      failure = e;
      phaser.forceTermination();
    }
    phaser.arriveAndDeregister();
  }

  /**
   * On the caller's thread: waits until all have asked, answers, and so on until all have ended.
   */
  private void answerAll(Settings settings, ProgressListener listener) {
    for (int pass = 1; awaitQuestions(); pass++) {
      double[] answers = evaluator.evaluate(points, gradients);
      for (int i = 0; i < points.length; i++) {
        values[i] = points[i] == null ? values[i] : answers[i];
      }
      Arrays.fill(points, null);
      double loss = Arrays.stream(values).sum();
      listener.report(
          new Progress("steps", Math.min(pass, settings.iterations), settings.iterations, loss));
      meet();
    }
  }

  /** Returns false when no problem is left. */
  private boolean awaitQuestions() {
    try {
      phaser.awaitAdvanceInterruptibly(phaser.arrive());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("training was stopped");
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return phaser.getRegisteredParties() > 1;
  }

  /**
   * Called by a problem on its own thread: waits for the answer.
   *
   * @param problem its number
   * @param point where the value is wanted
   * @param gradient where the gradient goes
   * @return the value
   */
  double ask(int problem, double[] point, double[] gradient) {
    points[problem] = point;
    meet();
    meet();
    System.arraycopy(gradients[problem], 0, gradient, 0, gradient.length);
    return values[problem];
  }

  private void meet() {
    if (phaser.arriveAndAwaitAdvance() < 0) {
      throw new CancellationException("training was stopped");
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
