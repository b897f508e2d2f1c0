package digits.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Lets one thread of one process at a time write into a folder. A killed process holds nothing.
 *
 * <p>On POSIX systems a thread that gives up waiting frees the lock for other processes, even if a
 * thread of its own process has it.
 */
public final class FolderLock {

  private static final long POLL_MILLIS = 100;

  private FolderLock() {}

  /**
   * Makes the folder if it is not there, and waits until nobody else has it.
   *
   * @param progress told once when there is a wait
   * @return what keeps the others out until it is closed
   */
  public static FileChannel of(Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    // Before 17.0.14 Java cannot make what is there as a link to a folder.
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
