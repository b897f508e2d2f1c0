package digits.spark;

import static digits.spark.SmallTraining.MANY;
import static digits.spark.SmallTraining.TRAINER;
import static digits.spark.SmallTraining.atAThird;
import static digits.spark.SmallTraining.bytes;
import static digits.spark.SparkHome.EXECUTOR;
import static digits.spark.SparkHome.QUICK;
import static org.assertj.core.api.Assertions.assertThat;

import digits.model.DigitClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same bits, whatever is killed meanwhile. */
class SparkClusterTest {

  private static final byte[] EXPECTED = bytes(TRAINER.train(MANY));

  private static void kill(String word) {
    List<ProcessHandle> running = SparkHome.children(word);
    assertThat(running).as(word).hasSizeGreaterThan(1);
    assertThat(running.get(0).destroyForcibly()).isTrue();
  }

  @Test
  void twoExecutorsMakeTheSameModelAlsoIfOneIsKilled() {
    SparkTraining cluster = SparkHome.on("local-cluster[2,1,1024]");
    DigitClassifier model = cluster.train(TRAINER, MANY, atAThird(() -> kill(EXECUTOR)));
    assertThat(bytes(model)).isEqualTo(EXPECTED);
    assertThat(SparkHome.children(EXECUTOR)).isEmpty();
  }

  @Test
  void aStandaloneClusterMakesTheSameModelAlsoIfAWorkerIsKilled() throws Exception {
    int port = SparkHome.freePort();
    String master = "spark://127.0.0.1:" + port;
    List<Process> processes = new ArrayList<>();
    try {
      processes.add(spark("master.Master", "--port", "" + port));
      // Before it leads, it drops whoever asks, and Spark asks again after 20 s.
      Path log = SparkHome.FOLDER.resolve("master.Master.log");
      SparkHome.await("the master leads", () -> Files.readString(log).contains("ALIVE"));
      for (int i = 0; i < 2; i++) {
        processes.add(spark("worker.Worker", "--cores", "1", "--memory", "1g", master));
      }
      DigitClassifier model =
          SparkHome.on(master).train(TRAINER, MANY, atAThird(() -> kill("deploy.worker.Worker")));
      assertThat(bytes(model)).isEqualTo(EXPECTED);
    } finally {
      processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
      processes.forEach(Process::destroyForcibly);
    }
  }

  private static Process spark(String main, String... arguments) throws IOException {
    ProcessBuilder program = java(SparkHome.FOLDER + "/jars/*", "org.apache.spark.deploy." + main);
    program.command().addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    program.command().addAll(List.of(arguments));
    return program.redirectOutput(SparkHome.FOLDER.resolve(main + ".log").toFile()).start();
  }

  private static ProcessBuilder java(String classPath, String main) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, QUICK, "-cp", classPath, main));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  @Test
  void aKilledDriverLeavesNoProcess() throws Exception {
    String all = System.getProperty("java.class.path");
    Process process = java(all, SmallTraining.class.getName()).start();
    assertThat(process.inputReader().lines().anyMatch("third"::equals)).isTrue();
    List<ProcessHandle> executors =
        process.descendants().filter(child -> child.info().commandLine().isPresent()).toList();
    assertThat(executors).hasSizeGreaterThan(1);
    process.destroyForcibly().waitFor();
    SparkHome.awaitNone(executors);
  }
}
