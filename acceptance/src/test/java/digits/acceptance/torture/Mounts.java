package digits.acceptance.torture;

import static org.assertj.core.api.Assumptions.assumeThat;

import digits.acceptance.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Mounts for the duration of a test, where the system allows it. */
final class Mounts implements AutoCloseable {

  private final Deque<Path> places = new ArrayDeque<>();

  /** Mounts a disk of a few kilobytes. */
  void small(Path place, int kilobytes) throws IOException {
    assumeMounted("-t", "tmpfs", "-o", "size=" + kilobytes + "k", "none", place.toString());
    places.push(place);
  }

  /** Mounts a folder or a file in another place. */
  void bind(Path source, Path place) throws IOException {
    assumeMounted("--bind", source.toString(), place.toString());
    places.push(place);
  }

  /** Makes a folder that not even root can write to. */
  void readOnly(Path folder) throws IOException {
    bind(folder, folder);
    assumeMounted("-o", "remount,ro,bind", folder.toString());
  }

  private static void assumeMounted(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(arguments));
    assumeThat(run(command)).as("only root may mount: %s", command).isZero();
  }

  private static int run(List<String> command) throws IOException {
    try {
      return Outcome.of(new ProcessBuilder(command), 1).status();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    while (!places.isEmpty()) {
      Path place = places.pop();
      if (run(List.of("umount", place.toString())) != 0) {
        throw new IOException("cannot unmount " + place);
      }
    }
  }
}
