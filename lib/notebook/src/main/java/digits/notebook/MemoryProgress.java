package digits.notebook;

import digits.learn.Progress;
import digits.learn.ProgressListener;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jjava.tablesaw.StyledFigure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/**
 * Progress as a bar, and a record of the memory in use: the buffers outside the heap plus the heap
 * at its smallest since the last point, so that garbage that waits to be collected hardly counts.
 */
public final class MemoryProgress implements ProgressListener {

  private static final int POINTS = 40;

  private final LiveProgress bar = new LiveProgress();
  private final List<long[]> points = new ArrayList<>();
  private long next;
  private long least = Long.MAX_VALUE;

  @Override
  public void report(Progress progress) {
    bar.report(progress);
    least = Math.min(least, inUse());
    if (progress.done() >= next) {
      points.add(new long[] {progress.done(), least});
      next = progress.done() + progress.total() / POINTS;
      least = Long.MAX_VALUE;
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

  /** One row per point: how many digits had been worked on, and the memory in use in MB. */
  public Table table() {
    return Table.create(
        "memory in use while digits stream by",
        LongColumn.create("digits", points.stream().mapToLong(point -> point[0])),
        DoubleColumn.create("MB", points.stream().mapToDouble(point -> point[1] / 1e6)));
  }

  /** The memory against the digits, from zero. */
  public Figure figure() {
    return new StyledFigure(
        Charts.line(table(), "digits", "MB"), Map.of("layout.yaxis.rangemode", "tozero"));
  }

  private static long inUse() {
    long outside =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + outside;
  }
}
