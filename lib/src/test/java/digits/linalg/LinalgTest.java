package digits.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** The products and factors against sums written out. */
class LinalgTest {

  private static FloatMatrix random(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FloatMatrix matrix = new FloatMatrix(rows, columns);
    float[] row = new float[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) random.nextDouble(-1, 1);
      }
      matrix.setRow(i, row);
    }
    return matrix;
  }

  @Test
  void gramIsTheSumOfProducts() {
    FloatMatrix matrix = random(3_000, 450, 1);
    float[][] rows = new float[3_000][450];
    for (int i = 0; i < rows.length; i++) {
      matrix.getRow(i, rows[i]);
    }
    try (Workers workers = new Workers()) {
      double[] gram = Gram.of(matrix, 449, 1, workers);
      for (int i = 0; i < 449; i += 32) {
        for (int j = 0; j <= i; j += 32) {
          double sum = 0;
          for (float[] row : rows) {
            sum += (double) row[i] * row[j];
          }
          assertThat(gram[i * 449 + j]).as("%d, %d", i, j).isCloseTo(sum, within(1e-2));
        }
      }
      double[] third = Gram.of(matrix, 449, 3, workers);
      double sum = 0;
      for (int i = 0; i < 3_000; i += 3) {
        sum += 3.0 * rows[i][7] * rows[i][5];
      }
      assertThat(third[7 * 449 + 5]).isCloseTo(sum, within(1e-2));
    }
  }

  @Test
  void choleskySolves() {
    // [4 2; 2 10] [1; 2] = [8; 22]
    Cholesky factor = Cholesky.of(new double[] {4, 2, 2, 10}, 2);
    double[] b = {8, 22};
    factor.solve(b);
    assertThat(b).containsExactly(new double[] {1, 2}, within(1e-12));
    assertThatThrownBy(() -> Cholesky.of(new double[] {1, 2, 2, 1}, 2))
        .hasMessageContaining("not positive definite");
  }

  @Test
  void everyBlockIsDoneOnce() {
    AtomicIntegerArray done = new AtomicIntegerArray(1_000);
    try (Workers workers = new Workers()) {
      workers.forEach(1_000, done::incrementAndGet);
      workers.forEach(0, block -> done.set(0, 99));
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(done.get(i)).isEqualTo(1);
    }
  }

  @Test
  void aBlockThatFailsIsHeardOf() {
    try (Workers workers = new Workers()) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      9,
                      block -> {
                        throw new IllegalStateException("block");
                      }))
          .hasMessage("block");
    }
  }

  @Test
  void anInterruptedCallerBeginsNoFurtherBlock() {
    Thread caller = Thread.currentThread();
    AtomicInteger done = new AtomicInteger();
    try (Workers workers = new Workers()) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      Integer.MAX_VALUE,
                      block -> {
                        done.incrementAndGet();
                        caller.interrupt();
                      }))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      int stopped = done.get();
      assertThat(stopped).isBetween(1, Integer.MAX_VALUE - 1);
      workers.forEach(1, block -> {});
      assertThat(done).hasValue(stopped);
    }
  }

  @Test
  void aMatrixTooLargeForOneBlockIsRefused() {
    assertThatThrownBy(() -> new FloatMatrix(60_000, 10_000))
        .hasMessageContaining("60,000 x 10,000");
  }
}
