package digits.acceptance.torture;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A thread that gives damaged files to the library and measures the memory each takes. A file that
 * takes too long is saved and named.
 */
final class Worker {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Gives all its files to the library, from a folder of its own. */
  interface Work {
    void run(Worker worker, Path folder) throws Exception;
  }

  private final long times;
  private final long constant;
  private volatile byte[] current;
  private volatile long since;
  private int refused;
  private int read;
  private long largest;
  private long slowest;

  private Worker(long times, long constant) {
    this.times = times;
    this.constant = constant;
  }

  /**
   * Runs several works at once, each on a worker of its own, to their ends.
   *
   * @param times most bytes of memory for a byte of the file
   * @param constant bytes of memory for any file
   * @param folder where each work gets a folder
   * @return what they did, in words
   */
  static String all(long times, long constant, Path folder, Work... works) throws Exception {
    List<Worker> workers = new ArrayList<>();
    List<FutureTask<?>> tasks = new ArrayList<>();
    for (Work work : works) {
      Worker worker = new Worker(times, constant);
      Path place = Files.createDirectory(folder.resolve("place-" + workers.size()));
      FutureTask<?> task =
          new FutureTask<>(
              () -> {
                work.run(worker, place);
                return null;
              });
      Thread thread = new Thread(task, "torture");
      thread.setDaemon(true);
      thread.start();
      workers.add(worker);
      tasks.add(task);
    }
    for (int i = 0; i < tasks.size(); i++) {
      await(tasks.get(i), workers.get(i));
    }
    return figures(workers);
  }

  private static void await(FutureTask<?> task, Worker worker) throws Exception {
    while (true) {
      try {
        task.get(1, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException stillRunning) {
        byte[] input = worker.current;
        if (input != null && System.nanoTime() - worker.since > PATIENCE.toNanos()) {
          throw new AssertionError("more than " + PATIENCE + " for one file, " + keep(input));
        }
      } catch (ExecutionException e) {
        throw new AssertionError(
            "with this file: " + keep(worker.current) + "\n" + e.getCause(), e.getCause());
      }
    }
  }

  private static String keep(byte[] input) throws IOException {
    if (input == null) {
      return "none";
    }
    return Files.write(Files.createTempFile("torture", ".bin"), input).toString();
  }

  /**
   * Reads one input. What comes out is for the caller to judge.
   *
   * @param input the file that is to blame, for the message
   * @param size of all files that are read
   * @param reader reads it from where it is
   * @param expected what it may throw
   * @return what came out, or null if it was refused
   */
  <T> T read(byte[] input, long size, Callable<T> reader, Class<? extends Exception> expected)
      throws Exception {
    current = input;
    since = System.nanoTime();
    T result = null;
    long before = MEMORY.getCurrentThreadAllocatedBytes();
    try {
      result = reader.call();
      read++;
    } catch (Exception e) {
      if (!expected.isInstance(e)) {
        throw e;
      }
      assertOneSentence(e);
      refused++;
    }
    long taken = MEMORY.getCurrentThreadAllocatedBytes() - before;
    slowest = Math.max(slowest, System.nanoTime() - since);
    if (taken > constant + times * size) {
      throw new AssertionError("it took " + taken + " bytes of memory for " + size);
    }
    largest = Math.max(largest, taken);
    return result;
  }

  /** The message is one short line, without a stack trace that a notebook would print. */
  static void assertOneSentence(Exception e) {
    String said = String.valueOf(e.getMessage());
    if (said.isBlank()
        || said.length() > 700
        || said.endsWith("null")
        || said.contains(": null;")
        || UNPRINTABLE.matcher(said).find()
        || e.getStackTrace().length > 0
        || e.getCause() != null) {
      throw new AssertionError("not one sentence: " + e, e);
    }
  }

  private static String figures(List<Worker> workers) {
    int refused = workers.stream().mapToInt(worker -> worker.refused).sum();
    int read = workers.stream().mapToInt(worker -> worker.read).sum();
    return String.format(
        Locale.ROOT,
        "%,d files: %,d refused, %,d read; slowest %,d ms; at most %,d kB of memory",
        refused + read,
        refused,
        read,
        workers.stream().mapToLong(worker -> worker.slowest).max().orElse(0) / 1_000_000,
        workers.stream().mapToLong(worker -> worker.largest).max().orElse(0) / 1_000);
  }
}
