package digits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Mnist;
import digits.features.Augmentation;
import digits.features.WarpedDigits;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How long a training takes with 1, 2 and 4 executors of one core each; -Dtorture=long runs it. */
class ExecutorsTest {

  private static final int DIGITS = 200_000;

  @Test
  @EnabledIfSystemProperty(named = "torture", matches = "long")
  void eachExecutorTakesItsShareOfTheParts() {
    var digits = new WarpedDigits(Mnist.load().train(), DIGITS, new Augmentation(1), 0);
    long start = System.nanoTime();
    byte[] alone = ModelFile.encode(Trainer.features().train(digits));
    System.out.printf("| this process, all cores | %.0f s |%n", (System.nanoTime() - start) / 1e9);
    for (int executors : new int[] {1, 2, 4}) {
      start = System.nanoTime();
      var model =
          SparkHome.on("local-cluster[" + executors + ",1,1024]")
              .parts(16)
              .with(
                  "spark.executor.extraJavaOptions",
                  "-XX:ActiveProcessorCount=1 -XX:MaxDirectMemorySize=1g")
              .train(Trainer.features(), digits, ProgressListener.NONE);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("| %d executors of one core | %.0f s |%n", executors, seconds);
      assertThat(ModelFile.encode(model)).isEqualTo(alone);
    }
  }
}
