package digits.notebook;

import static digits.model.Decision.ARG_MAX;
import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Mnist;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class JourneyTest {

  /** What comes after the training, such as its error, takes long here. */
  private static final class Slow implements ProgressListener {

    private double seconds;

    @Override
    public void report(Progress progress) {}

    @Override
    public void finished(double took) {
      seconds = took;
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void theSecondsAreThoseOfTheTrainingAsTheCellPrintsThem() throws IOException {
    Slow listener = new Slow();
    Journey journey = new Journey(Mnist.load());
    int errors = journey.step("few", Trainer.logistic().digits(500), listener).errors(ARG_MAX);
    Table table = journey.table();
    assertThat(table.intColumn("errors").asList()).containsExactly(errors);
    assertThat(table.doubleColumn("seconds").asList())
        .containsExactly(Math.rint(listener.seconds * 10) / 10);
    assertThat(table.longColumn("bytes").get(0)).isGreaterThan(10 * 784 * 8L);
    int better = journey.step("more", Trainer.logistic().digits(2_000), listener).errors(ARG_MAX);
    Table tests = journey.tests();
    assertThat(tests.stringColumn("steps").asList()).containsExactly("few, more");
    assertThat(tests.intColumn("only the second right").get(0))
        .isEqualTo(tests.intColumn("only the first right").get(0) + errors - better);
    assertThat(tests.stringColumn("p").asList()).containsExactly("below 0.0001");
  }
}
