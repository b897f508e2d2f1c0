package digits.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets one thread of one process at a time write into a folder. A killed process holds nothing.
 *
 * <p>It spares double work; what it guards is also checked by checksum. On POSIX systems a thread
 * that gives up waiting frees the lock for other processes, even if a thread of its own process has
 * it.
 */
public final class FolderLock {

  private static final long POLL_MILLIS = 100;

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the folder if it is not there, and waits until it is free.
   *
   * @param progress told when there is a wait
   */
  public static FolderLock of(Path folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    // Before 17.0.14 Java cannot make what is there as a link to a folder.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = tryLock(channel).isPresent();
      if (!locked) {
        progress.accept("MNIST: another program is downloading, waiting for it");
      }
      while (!locked) {
        Thread.sleep(POLL_MILLIS);
        locked = tryLock(channel).isPresent();
      }
      return new FolderLock(channel);
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByAnotherThread) {
      return Optional.empty();
    }
  }

  /** Lets the next one in. */
  public void release() throws IOException {
    channel.close();
  }
}
