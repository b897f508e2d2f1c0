package digits.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.DigitSet;
import digits.data.DigitSource;
import digits.data.Mnist;
import digits.features.Augmentation;
import digits.features.WarpedDigits;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Ridge;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.model.ModelFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bits, wherever the parts are worked on, and whatever is killed meanwhile. */
class SparkTrainingTest {

  private static final DigitSet FEW = Mnist.load().train().head(2_000);
  private static final DigitSource MANY = new WarpedDigits(FEW, 18_000, new Augmentation(1), 5);
  private static final Trainer TRAINER = Trainer.of(new Ridge(0.3)).seed(5);

  /** A process that lives for seconds compiles more than it wins. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
  private static final String WORKER = "deploy.worker.Worker";

  private static byte[] expected;

  @BeforeAll
  static void trainOnOneMachine() {
    expected = bytes(TRAINER.train(MANY));
  }

  private static byte[] bytes(DigitClassifier model) {
    return ModelFile.encode(model);
  }

  private static SparkTraining on(String master) {
    return SparkTraining.on(master)
        .parts(12)
        .with("spark.jars", SparkHome.jars())
        .with("spark.driver.host", "127.0.0.1")
        .with("spark.driver.bindAddress", "127.0.0.1")
        .with("spark.executor.memory", "600m")
        .with("spark.executor.extraJavaOptions", QUICK)
        .with("spark.shuffle.io.retryWait", "1s");
  }

  /** Does something once, when a third of the parts are done. */
  private static ProgressListener atAThird(Runnable action) {
    return new ProgressListener() {

      private boolean done;

      @Override
      public void report(Progress progress) {
        if (!done && progress.done() >= progress.total() / 3) {
          done = true;
          action.run();
        }
      }
    };
  }

  private static void kill(String word) {
    List<ProcessHandle> running = SparkHome.children(word);
    assertThat(running).as(word).hasSizeGreaterThan(1);
    assertThat(running.get(0).destroyForcibly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void aLocalSparkMakesTheSameModelFromAnyNumberOfParts(int parts) {
    List<Progress> reports = new ArrayList<>();
    DigitClassifier model = SparkTraining.local().parts(parts).train(TRAINER, MANY, reports::add);
    assertThat(bytes(model)).isEqualTo(expected);
    assertThat(reports.get(reports.size() - 1).done()).isEqualTo(parts);
  }

  @Test
  void twoExecutorsMakeTheSameModelAlsoIfOneIsKilled() {
    SparkTraining cluster = on("local-cluster[2,1,1024]");
    DigitClassifier model = cluster.train(TRAINER, MANY, atAThird(() -> kill(EXECUTOR)));
    assertThat(bytes(model)).isEqualTo(expected);
    assertThat(SparkHome.children(EXECUTOR)).isEmpty();
  }

  @Test
  void aStandaloneClusterMakesTheSameModelAlsoIfAWorkerIsKilled() throws Exception {
    int port = freePort();
    String master = "spark://127.0.0.1:" + port;
    List<Process> processes = new ArrayList<>();
    try {
      processes.add(spark("master.Master", "--port", "" + port, "--webui-port", "" + freePort()));
      // Before it leads, it drops whoever asks, and Spark asks again after 20 s.
      Path log = SparkHome.FOLDER.resolve("master.Master.log");
      await("the master leads", () -> Files.readString(log).contains("ALIVE"));
      for (int i = 0; i < 2; i++) {
        String folder = SparkHome.FOLDER.resolve("worker" + i).toString();
        processes.add(
            spark(
                "worker.Worker",
                "--cores",
                "1",
                "--memory",
                "1g",
                "-d",
                folder,
                "--webui-port",
                "" + freePort(),
                master));
      }
      DigitClassifier model = on(master).train(TRAINER, MANY, atAThird(() -> kill(WORKER)));
      assertThat(bytes(model)).isEqualTo(expected);
    } finally {
      processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
      processes.forEach(Process::destroyForcibly);
    }
  }

  private static Process spark(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(QUICK, "-cp", SparkHome.FOLDER + "/jars/*"));
    command.add("org.apache.spark.deploy." + main);
    command.addAll(List.of("--host", "127.0.0.1"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(SparkHome.FOLDER.resolve(main + ".log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[1]", "local-cluster[2,1,1024]"})
  void anInterruptEndsTheJobAndLeavesNoProcess(String master) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Instant> ended = new AtomicReference<>();
    AtomicReference<Instant> interrupted = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              ProgressListener stop =
                  atAThird(
                      () -> {
                        interrupted.set(Instant.now());
                        Thread.currentThread().interrupt();
                      });
              try {
                on(master).train(TRAINER, MANY, stop);
              } catch (Throwable e) {
                thrown.set(e);
              }
              ended.set(Instant.now());
            });
    thread.start();
    thread.join(120_000);
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    System.out.printf(
        "SparkTrainingTest: %s stopped after %d ms%n",
        master, Duration.between(interrupted.get(), ended.get()).toMillis());
    awaitNone(SparkHome.children(EXECUTOR));
    // The context is free for the next training.
    assertThat(bytes(SparkTraining.local().train(TRAINER, MANY, ProgressListener.NONE)))
        .isEqualTo(expected);
  }

  private static void awaitNone(List<ProcessHandle> processes) throws Exception {
    await("the end of " + processes, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (!condition.call()) {
      assertThat(Instant.now()).as("%s", what).isBefore(end);
      Thread.sleep(100);
    }
  }

  /** A program to be killed. */
  public static void main(String[] arguments) {
    on("local-cluster[2,1,1024]").train(TRAINER, MANY, atAThird(() -> System.out.println("third")));
  }

  @Test
  void aKilledDriverLeavesNoProcess() throws Exception {
    ProcessBuilder driver =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            QUICK,
            "-cp",
            System.getProperty("java.class.path"),
            SparkTrainingTest.class.getName());
    Process process = driver.redirectErrorStream(true).start();
    assertThat(process.inputReader().lines().anyMatch("third"::equals)).isTrue();
    List<ProcessHandle> executors =
        process.descendants().filter(child -> child.info().commandLine().isPresent()).toList();
    assertThat(executors).hasSizeGreaterThan(1);
    process.destroyForcibly().waitFor();
    awaitNone(executors);
  }

  @Test
  void aFullDiskIsSaidInOneSentence(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()),
        "only root can make a small disk");
    try {
      SparkTraining small = on("local[1]").with("spark.local.dir", folder.toString());
      assertThatThrownBy(() -> small.train(TRAINER, MANY, p -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("a disk is full (No space left on device): free some");
    } finally {
      run("umount", folder.toString());
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  @Test
  void whatIsNotThereIsSaidInOneSentence() throws IOException {
    int port = freePort();
    assertThatThrownBy(() -> on("spark://127.0.0.1:" + port).train(TRAINER, FEW, p -> {}))
        .hasMessage(
            "no Spark master answers at spark://127.0.0.1:%d: start it, or name another, or use"
                + " SparkTraining.local()",
            port);
    assertThatThrownBy(
            () ->
                on("local-cluster[1,1,1024]")
                    .with("spark.jars", "")
                    .with("spark.task.maxFailures", "1")
                    .train(TRAINER, FEW, p -> {}))
        .hasMessageContaining(
            "a worker has not got this library, or was given what only a cell has");
    assertThatThrownBy(() -> SparkTraining.local().train(Trainer.logistic(), FEW, p -> {}))
        .hasMessageStartingWith("what is learned from parts adds up for ridge regression only");
  }
}
