package digits.linalg;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.presets.openblas_nolapack.SetNumThreads;
import smile.math.blas.BLAS;

/**
 * A pool with one thread per core, for work that splits into numbered blocks.
 *
 * <p>While any pool is open, OpenBLAS runs each call on a single thread: the parallelism is in the
 * blocks. The thread that waits for the work may be interrupted: no further block starts, running
 * blocks finish, and a {@link CancellationException} is thrown. Work submitted from inside a block
 * runs on that block's thread. Closing the pool ends all its threads.
 */
public final class Workers implements AutoCloseable {

  /** OpenBLAS's own function. JavaCPP's wrapper takes a millisecond to find it at each call. */
  private static final IntConsumer SET_OPENBLAS_THREADS = load();

  private static int open;
  private static int openBlasThreads;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final List<Thread> started = new CopyOnWriteArrayList<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(threads, this::thread);

  public Workers() {
    count(1);
  }

  /**
   * Loads the OpenBLAS that comes with this library, and then Smile's classes, which would first
   * look for Intel's MKL all over the class path. One thread loads all of them: two that start with
   * different ones would wait for each other forever.
   */
  private static IntConsumer load() {
    Loader.load(openblas.class);
    Objects.requireNonNull(BLAS.engine);
    Pointer function = Loader.addressof("openblas_set_num_threads");
    return function == null
        ? openblas::blas_set_num_threads // For those who have set another library to be loaded.
        : new SetNumThreads() {}.put(function)::call;
  }

  /** Sets OpenBLAS to one thread for the first open pool, and back after the last. */
  private static synchronized void count(int change) {
    if (open == 0) {
      openBlasThreads = openblas.blas_get_num_threads();
    }
    open += change;
    SET_OPENBLAS_THREADS.accept(open == 0 ? openBlasThreads : 1);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Worker(work);
    thread.setDaemon(true);
    started.add(thread);
    return thread;
  }

  private static final class Worker extends Thread {

    private final Map<Object, FloatMatrix> temporaries = new IdentityHashMap<>();

    Worker(Runnable work) {
      super(work, "digits-worker");
    }
  }

  /**
   * A matrix for intermediate results, whose contents are arbitrary. Inside a block it is the same
   * memory each time that the same owner asks on the same thread: new memory costs as much time as
   * many a product, and waits for the garbage collector afterwards.
   */
  public static FloatMatrix temporary(Object owner, int rows, int columns) {
    if (!(Thread.currentThread() instanceof Worker worker)) {
      return new FloatMatrix(rows, columns);
    }
    FloatMatrix kept = worker.temporaries.get(owner);
    if (kept == null || kept.rows() < rows || kept.columns() != columns) {
      kept = new FloatMatrix(rows, columns);
      worker.temporaries.put(owner, kept);
    }
    return kept.rows(0, rows);
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
    stopIfInterrupted();
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch running = new CountDownLatch(Math.min(threads, blocks));
    Runnable loop =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < blocks; i = next.getAndIncrement()) {
              work.accept(i);
            }
          } catch (RuntimeException | Error e) {
            failure.set(e);
            next.set(blocks);
          }
          running.countDown();
        };
    for (long i = running.getCount(); i > 0; i--) {
      pool.execute(loop);
    }
    if (interruptedDuring(running::await, () -> next.set(blocks))) {
      throw new CancellationException("stopped");
    }
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /**
   * Ends the work of this thread if it is interrupted; its interrupted status stays set.
   *
   * @throws CancellationException if it is interrupted
   */
  public static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("stopped");
    }
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
   * Does the work of all tiles of a lower triangle, given row and column, the column being the
   * smaller or equal; there are so many tiles along the diagonal.
   */
  void forEachTile(int tiles, PairWork work) {
    forEach(
        tiles * (tiles + 1) / 2,
        number -> {
          int row = (int) ((Math.sqrt(8.0 * number + 1) - 1) / 2);
          work.accept(row, number - row * (row + 1) / 2);
        });
  }

  /** Ends the threads and waits until they have ended. */
  @Override
  public void close() {
    pool.shutdown();
    started.forEach(thread -> interruptedDuring(thread::join, () -> {}));
    count(-1);
  }

  /** Something to wait for. */
  private interface Wait {

    void end() throws InterruptedException;
  }

  /**
   * Waits to the end even if the thread is interrupted, and then sets its interrupted status again.
   *
   * @param stop called when it is interrupted
   */
  private static boolean interruptedDuring(Wait wait, Runnable stop) {
    boolean interrupted = false;
    for (boolean ended = false; !ended; ) {
      try {
        wait.end();
        ended = true;
      } catch (InterruptedException e) {
        interrupted = true;
        stop.run();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return interrupted;
  }
}
