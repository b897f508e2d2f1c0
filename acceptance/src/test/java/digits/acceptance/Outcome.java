package digits.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a command ended.
 *
 * @param status the exit status
 * @param output what it wrote, standard output and errors together
 */
public record Outcome(int status, String output) {

  /** Runs a command to its end, or stops it after the given number of minutes. */
  public static Outcome of(ProcessBuilder command, int minutes)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("output", ".txt");
    Process process =
        command
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .start();
    try {
      if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
        throw new IllegalStateException(
            command.command() + " has not ended; so far:\n" + Files.readString(output));
      }
      return new Outcome(process.exitValue(), Files.readString(output));
    } finally {
      process.destroy();
      Files.delete(output);
    }
  }

  public List<String> lines() {
    return output.lines().toList();
  }
}
