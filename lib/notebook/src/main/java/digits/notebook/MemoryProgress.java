package digits.notebook;

import digits.learn.Progress;
import digits.learn.ProgressListener;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/** Progress as a bar, and a record of how much memory the whole process had meanwhile. */
public final class MemoryProgress implements ProgressListener {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int MOST_POINTS = 200;

  private final LiveProgress bar = new LiveProgress();
  private final List<long[]> points = new ArrayList<>();
  private long next;

  @Override
  public void report(Progress progress) {
    bar.report(progress);
    if (progress.done() >= next) {
      points.add(new long[] {progress.done(), bytes()});
      next = progress.done() + progress.total() / MOST_POINTS;
    }
  }

  @Override
  public void warn(String sentence) {
    bar.warn(sentence);
  }

  @Override
  public void finished(double seconds) {
    bar.finished(seconds);
  }

  /** One row per point: how many digits had been worked on, and the memory in MB. */
  public Table table() {
    return Table.create(
        "memory while digits stream by",
        LongColumn.create("digits", points.stream().mapToLong(point -> point[0])),
        DoubleColumn.create(
            "memory in MB", points.stream().mapToDouble(point -> point[1] / 1_000_000.0)));
  }

  /** What the process has in physical memory, on Linux; elsewhere Java's heap and its buffers. */
  private static long bytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmRSS:")) {
          return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException | NumberFormatException e) {
      // Not Linux.
    }
    long outside =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() + outside;
  }
}
