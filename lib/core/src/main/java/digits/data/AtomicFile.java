package digits.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** A file that is replaced as a whole: a reader sees the old bytes or the new ones. */
public final class AtomicFile {

  private static final int MOST_LINKS = 40;
  private static final Pattern BESIDE =
      Pattern.compile("[.]ten-digits-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[.]tmp");

  /** Much longer than any save takes. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private AtomicFile() {}

  /**
   * Writes beside the file, then moves over it.
   *
   * @param file the file to replace or create; a symbolic link stays, and its target is replaced
   * @param bytes the new content
   * @throws IOException if the file cannot be written; {@link DataException#reason} puts the reason
   *     into words. The old file is then unchanged, and no temporary file is left
   */
  public static void replace(Path file, byte[] bytes) throws IOException {
    replace(file, out -> out.write(bytes));
  }

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** The same for what need not be in memory as a whole. */
  public static void replace(Path file, Content content) throws IOException {
    Path target = followed(file.toAbsolutePath());
    check(file, target);
    // Not Files.createTempFile, which makes a file that nobody else may read.
    Path beside = target.resolveSibling(".ten-digits-" + UUID.randomUUID() + ".tmp");
    sweep(target.getParent());
    try {
      try (FileChannel out = FileChannel.open(beside, CREATE_NEW, WRITE)) {
        content.writeTo(Channels.newOutputStream(out));
        out.force(true);
      }
      Files.move(beside, target, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static Path followed(Path file) throws IOException {
    Path target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(file.toString(), null, "symbolic links without an end");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static void check(Path file, Path target) throws IOException {
    String wrong = "";
    if (Files.isDirectory(target)) {
      wrong = "that is a folder; name a file in it";
    } else if (!Files.isDirectory(target.getParent())) {
      wrong = "there is no folder " + target.getParent() + "; make it, or name another";
    } else if (Files.exists(target) && !Files.isRegularFile(target)) {
      wrong = "that is not an ordinary file; name another";
    } else if (Files.exists(target) && !Files.isWritable(target)) {
      wrong = "it is write-protected; name another";
    }
    if (!wrong.isEmpty()) {
      throw new FileSystemException(file.toString(), null, wrong);
    }
  }

  /** Deletes temporary files of killed saves; a running save is never that old. */
  private static void sweep(Path folder) {
    Instant since = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, AtomicFile::isBeside)) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // The next save will try again.
    }
  }

  private static boolean isBeside(Path file) {
    return BESIDE.matcher(file.getFileName().toString()).matches()
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
