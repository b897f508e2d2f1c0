package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Notebook;
import digits.acceptance.Outcome;
import digits.acceptance.Project;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.features.Augmentation;
import digits.learn.LinearSvm;
import digits.learn.Ridge;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Interrupts trainings of each learner and each preset at random moments. */
@Isolated("measures time")
class StoppingTest {

  private static final DigitSet DIGITS = Mnist.load().train().head(Effort.times(10_000, 60_000));

  private static Map<String, Trainer> trainers() {
    Trainer features = Trainer.features().digits(Effort.times(3_000, 10_000));
    Map<String, Trainer> few = Map.of("logistic", Trainer.logistic(), "features", features);
    Map<String, Trainer> more =
        Map.of(
            "linear SVM", Trainer.of(new LinearSvm()).digits(20_000),
            "ridge", Trainer.of(new Ridge()),
            "copies", Trainer.logistic().digits(5_000).augmentation(new Augmentation(3)),
            "best", Trainer.best().digits(3_000),
            "warped", Trainer.warped().digits(500));
    Map<String, Trainer> trainers = new TreeMap<>(few);
    trainers.putAll(Effort.isLong() ? more : Map.of());
    return trainers;
  }

  @Test
  void aTrainingStopsSoonAndLeavesNothing() throws Exception {
    SplittableRandom random = new SplittableRandom(Effort.seed(StoppingTest.class));
    int stops = Effort.times(2, 8);
    List<Double> waits = new ArrayList<>();
    int early = 0;
    for (Map.Entry<String, Trainer> entry : trainers().entrySet()) {
      Trainer trainer = entry.getValue();
      long begin = System.nanoTime();
      DigitClassifier expected = trainer.train(DIGITS);
      long whole = System.nanoTime() - begin;
      long[] before = memory();
      for (int i = 0; i < stops; i++) {
        double wait = stop(trainer, random.nextLong(whole));
        if (Double.isNaN(wait)) {
          early++;
        } else {
          waits.add(wait);
          assertThat(wait).as("seconds from stop to end of %s", entry).isLessThan(1);
        }
      }
      long[] after = memory();
      assertThat(after[0]).as("bytes outside the heap").isLessThanOrEqualTo(before[0]);
      assertThat(after[1] - before[1]).as("growth of the heap in bytes").isLessThan(4_000_000);
      assertThat(weights(trainer.train(DIGITS)))
          .as("the next training")
          .isEqualTo(weights(expected));
    }
    waits.sort(null);
    Effort.tried(
        "The reader can always stop",
        String.format(
            Locale.ROOT,
            "%d interrupts of %d kinds of training at random moments (%d had ended before): %.2f s"
                + " to the end in the middle, %.2f s at most; no thread left, memory back, next"
                + " training the same to the last bit",
            waits.size(),
            trainers().size(),
            early,
            waits.get(waits.size() / 2),
            waits.get(waits.size() - 1)));
  }

  @Test
  void thePagesButtonAndThePanelsStopToo() throws Exception {
    long seed = Effort.seed(StoppingTest.class);
    int presses = Effort.times(1, 25);
    Outcome outcome = Notebook.script("stops.py", Project.version(), presses, seed);
    assertThat(outcome.status()).as(outcome.output()).isZero();
    List<String> figures =
        outcome.lines().stream().filter(line -> line.matches("(page|panel):.*")).toList();
    assertThat(figures).hasSize(2);
    Effort.tried("The reader can always stop", String.join("; ", figures));
  }

  /** Seconds from the interrupt to the end; NaN if the training had already ended. */
  private static double stop(Trainer trainer, long nanos) throws InterruptedException {
    FutureTask<DigitClassifier> result = new FutureTask<>(() -> trainer.train(DIGITS));
    Thread training = new Thread(result);
    training.start();
    Thread.sleep(nanos / 1_000_000);
    long asked = System.nanoTime();
    training.interrupt();
    training.join(30_000);
    double wait = (System.nanoTime() - asked) / 1e9;
    assertThat(training.isAlive()).isFalse();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("digits-"));
    try {
      result.get();
      return Double.NaN;
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(CancellationException.class);
      return wait;
    }
  }

  /** Bytes still in use after garbage collection, outside the heap and in it. */
  private static long[] memory() throws InterruptedException {
    long[] used = {Long.MAX_VALUE, Long.MAX_VALUE};
    for (int i = 0; i < Effort.times(3, 8); i++) {
      System.gc();
      Thread.sleep(50);
      long outside =
          ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
              .mapToLong(BufferPoolMXBean::getMemoryUsed)
              .sum();
      used[0] = Math.min(used[0], outside);
      long inside = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      used[1] = Math.min(used[1], inside);
    }
    return used;
  }

  private static double[][] weights(DigitClassifier model) {
    return model.classifiers().stream()
        .map(classifier -> ((LinearClassifier) classifier).weights())
        .toArray(double[][]::new);
  }
}
