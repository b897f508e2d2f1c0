package digits.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A pool with one thread per core, for work that splits into numbered blocks.
 *
 * <p>While any pool is open, OpenBLAS runs each call on a single thread: the parallelism is in the
 * blocks. The thread that waits for the work may be interrupted: no further block starts, running
 * blocks finish, and a {@link CancellationException} is thrown. Work submitted from inside a block
 * runs on that block's thread. Closing the pool ends all its threads.
 */
public final class Workers implements AutoCloseable {

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final List<Thread> started = new CopyOnWriteArrayList<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(threads, this::thread);

  public Workers() {
    OpenBlasThreads.take();
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "digits-worker");
    thread.setDaemon(true);
    started.add(thread);
    return thread;
  }

  /**
   * Does the work of all blocks, in any order and on all threads, and waits for it.
   *
   * @param work what to do, given the block's number from 0
   * @throws CancellationException if the waiting thread is interrupted; its interrupted status is
   *     set again
   */
  public void forEach(int blocks, IntConsumer work) {
    if (started.contains(Thread.currentThread())) {
      IntStream.range(0, blocks).forEach(work);
      return;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("stopped");
    }
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
            work.accept(block);
          }
        };
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, blocks); i++) {
      running.add(pool.submit(loop));
    }
    await(running, () -> next.set(blocks));
  }

  /** Work on two numbers. */
  @FunctionalInterface
  public interface PairWork {

    void accept(int first, int second);
  }

  /**
   * Does the work of all rows, in slices.
   *
   * @param size rows of a slice; the last may have fewer
   * @param work what to do, given a slice's first row and number of rows
   * @throws CancellationException if the waiting thread is interrupted
   */
  public void forEachSlice(int rows, int size, PairWork work) {
    forEach(
        (rows + size - 1) / size,
        slice -> work.accept(slice * size, Math.min(size, rows - slice * size)));
  }

  /**
   * Does the work of all tiles of a lower triangle.
   *
   * @param tiles how many lie along the diagonal
   * @param work what to do, given a tile's row and column, the column being the smaller or equal
   * @throws CancellationException if the waiting thread is interrupted
   */
  public void forEachTile(int tiles, PairWork work) {
    forEach(
        tiles * (tiles + 1) / 2,
        number -> {
          int row = (int) ((Math.sqrt(8.0 * number + 1) - 1) / 2);
          work.accept(row, number - row * (row + 1) / 2);
        });
  }

  /** Waits for all of them, even after one has failed or the wait was interrupted. */
  private static void await(List<Future<?>> running, Runnable stop) {
    boolean interrupted = false;
    Throwable failure = null;
    for (Future<?> one : running) {
      boolean done = false;
      while (!done) {
        try {
          one.get();
          done = true;
        } catch (InterruptedException e) {
          interrupted = true;
          stop.run();
        } catch (ExecutionException e) {
          failure = e.getCause();
          stop.run();
          done = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped");
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Ends the threads and waits until they have ended. */
  @Override
  public void close() {
    pool.shutdown();
    boolean interrupted = false;
    for (Thread thread : started) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    OpenBlasThreads.giveBack();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
