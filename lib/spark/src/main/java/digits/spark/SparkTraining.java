package digits.spark;

import digits.data.DigitSource;
import digits.data.Message;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.RidgeStatistics;
import digits.learn.RidgeStatistics.Piece;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/**
 * Trains on a Spark cluster what {@link Trainer#train(DigitSource, ProgressListener)} trains on one
 * machine, to the last bit, as long as all machines have the same instruction set. Immutable.
 *
 * <p>A context is opened for each training and closed after it. Executors load the library from its
 * jars, which are sent to them. Classes and lambdas of a notebook's cells do not exist on
 * executors, so a {@link DigitSource} or a feature map that is made in a cell cannot be used here.
 *
 * @param master of Spark, such as {@code spark://host:7077}
 * @param parts into how many parts the digits are split; more than there are cores, so that none
 *     waits long, and few enough for each to have some thousand digits
 * @param settings more of Spark's settings, by name
 */
public record SparkTraining(String master, int parts, Map<String, String> settings) {

  private static final int POLL = 100;

  public SparkTraining {
    settings = Map.copyOf(settings);
    if (parts < 1) {
      throw new IllegalArgumentException(
          Message.of("there must be at least 1 part, not %,d", parts));
    }
  }

  /** On a cluster, in 64 parts. */
  public static SparkTraining on(String master) {
    return new SparkTraining(master, 64, Map.of());
  }

  /** In this process, with all its cores, in 16 parts. */
  public static SparkTraining local() {
    // One part at a time, because a part uses all cores.
    return new SparkTraining("local[1]", 16, Map.of());
  }

  /** The same in so many parts. */
  public SparkTraining parts(int count) {
    return new SparkTraining(master, count, settings);
  }

  /** The same with one more of Spark's settings, such as {@code spark.executor.memory}. */
  public SparkTraining with(String setting, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(setting, value);
    return new SparkTraining(master, parts, more);
  }

  /**
   * Trains with {@link digits.learn.Ridge}, which must be the learner.
   *
   * @throws IllegalStateException if the cluster cannot be reached, or fails
   * @throws CancellationException if the thread is interrupted; the job is then cancelled and the
   *     context closed
   */
  public DigitClassifier train(Trainer trainer, DigitSource training, ProgressListener listener) {
    Failure.requireMaster(master);
    long start = System.nanoTime();
    DigitSource digits =
        trainer.digits() == 0 ? training : training.sample(trainer.digits(), trainer.seed());
    Trainer all = trainer.digits(0);
    RidgeStatistics statistics = all.begin(digits, parts);
    try (JavaSparkContext spark = new JavaSparkContext(configuration())) {
      collect(spark, all, digits, statistics, listener);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped");
    } catch (CancellationException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked ones that Java does not know of.
      if (Thread.interrupted()) {
        throw new CancellationException("stopped");
      }
      throw Failure.of(e);
    }
    DigitClassifier model = all.solve(statistics, digits);
    listener.finished((System.nanoTime() - start) / 1e9);
    return model;
  }

  private void collect(
      JavaSparkContext spark,
      Trainer trainer,
      DigitSource digits,
      RidgeStatistics statistics,
      ProgressListener listener)
      throws InterruptedException, ExecutionException {
    PartTask task =
        new PartTask(
            spark.broadcast(digits),
            spark.broadcast(statistics.carrier()),
            trainer.augmentation(),
            trainer.seed(),
            parts);
    List<Integer> numbers = IntStream.rangeClosed(1, parts).boxed().toList();
    JavaRDD<Piece> sums =
        spark
            .parallelize(numbers, parts)
            .flatMapToPair(task)
            .repartitionAndSortWithinPartitions(new HashPartitioner(parts))
            .mapPartitions(PartTask::sums)
            .persist(StorageLevel.DISK_ONLY());
    await(spark, sums.countAsync(), listener);
    statistics.addAll(sums.toLocalIterator());
  }

  /** Reports progress until the job ends, and cancels it if this thread is interrupted. */
  private void await(JavaSparkContext spark, JavaFutureAction<Long> job, ProgressListener listener)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        job.get(POLL, TimeUnit.MILLISECONDS);
        listener.report(new Progress("parts", parts, parts, Double.NaN));
        return;
      } catch (TimeoutException e) {
        listener.report(new Progress("parts", done(spark, job), parts, Double.NaN));
      } catch (InterruptedException e) {
        spark.cancelAllJobs();
        throw e;
      }
    }
  }

  /** How many parts of the first stage are done. */
  private static long done(JavaSparkContext spark, JavaFutureAction<Long> job) {
    return job.jobIds().stream()
        .map(id -> spark.statusTracker().getJobInfo(id))
        .filter(info -> info != null)
        .flatMapToInt(info -> Arrays.stream(info.stageIds()).sorted().limit(1))
        .mapToObj(stage -> spark.statusTracker().getStageInfo(stage))
        .filter(info -> info != null)
        .mapToLong(SparkStageInfo::numCompletedTasks)
        .sum();
  }

  private SparkConf configuration() {
    SparkConf conf =
        new SparkConf()
            .setAppName("Ten Digits")
            .setMaster(master)
            .set("spark.ui.enabled", "false")
            .set("spark.task.maxFailures", "8")
            .set("spark.executor.extraJavaOptions", "-XX:MaxDirectMemorySize=3g")
            .set("spark.jars", Jars.needed().collect(Collectors.joining(",")));
    if (master.startsWith("local")) {
      conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
    }
    settings.forEach(conf::set);
    return conf;
  }
}
