package digits.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Allows one thread of one process at a time to write into a folder. A killed process releases its
 * lock.
 *
 * <p>On POSIX systems a thread that gives up waiting frees the lock for other processes, even if a
 * thread of its own process has it.
 */
public final class FolderLock {

  private static final long POLL_MILLIS = 100;

  private FolderLock() {}

  /**
   * Creates the folder if necessary, and waits for its lock.
   *
   * @param progress called once if there is a wait
   * @return the lock, which is held until it is closed
   */
  public static FileChannel of(Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    // Before 17.0.14, createDirectories fails on a link to a folder.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      for (int tries = 0; !locks(channel); tries++) {
        if (tries == 0) {
          progress.accept("waiting for another program that writes into " + folder);
        }
        Thread.sleep(POLL_MILLIS);
      }
      return channel;
    } catch (IOException | InterruptedException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByAnotherThread) {
      return false;
    }
  }
}
