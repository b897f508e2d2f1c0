package digits.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Blocks of work on all cores, and what happens when one fails or the caller is stopped. */
class WorkersTest {

  @Test
  void everyBlockIsDoneOnce() {
    AtomicIntegerArray done = new AtomicIntegerArray(1_000);
    try (Workers workers = new Workers()) {
      workers.forEach(1_000, done::incrementAndGet);
      workers.forEach(0, block -> done.set(0, 99));
    }
    assertThat(IntStream.range(0, 1_000).map(done::get)).containsOnly(1);
  }

  @Test
  void workGivenInsideABlockIsDoneOnItsThread() {
    AtomicIntegerArray done = new AtomicIntegerArray(1_000);
    try (Workers workers = new Workers()) {
      workers.forEach(
          100,
          block -> {
            Thread outer = Thread.currentThread();
            workers.forEach(
                10,
                part ->
                    done.addAndGet(10 * block + part, outer == Thread.currentThread() ? 1 : 99));
          });
    }
    assertThat(IntStream.range(0, 1_000).map(done::get)).containsOnly(1);
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
