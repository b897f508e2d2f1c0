package digits.draw;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.FolderLock;
import digits.data.IdxFile;
import digits.data.IdxFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A reader's own digits, kept as a pair of IDX files in a folder: {@code own-images-idx3-ubyte} and
 * {@code own-labels-idx1-ubyte}, the format of MNIST, which other programs read, too.
 *
 * <p>Each change is written beside and moved, in an order in which no label is ever without its
 * image. If the machine stops between the two files, an image without a label is left, and the next
 * reading passes over it. Programs that change digits at once wait for each other.
 */
public final class OwnDigits {

  /** What their set is called. */
  private static final String NAME = "own";

  private final Path folder;
  private final Path images;
  private final Path labels;

  private OwnDigits(Path folder) {
    this.folder = folder;
    images = folder.resolve("own-images-idx3-ubyte");
    labels = folder.resolve("own-labels-idx1-ubyte");
  }

  /**
   * The digits in a folder.
   *
   * @param folder is made when the first digit is added
   * @return the collection, empty if there are none yet
   */
  public static OwnDigits in(Path folder) {
    return new OwnDigits(folder);
  }

  /**
   * Reads the digits as they are now.
   *
   * @return a set called "own"; empty if there are none
   * @throws IdxFormatException if a file is no IDX file of digits
   * @throws DataException if a file cannot be read
   */
  public DigitSet digits() {
    if (Files.notExists(labels) && (Files.notExists(images) || onlyStarted())) {
      return DigitSet.of(NAME, new byte[0], new byte[0]);
    }
    return IdxFile.whole(NAME, IdxFile.images(images), IdxFile.labels(labels));
  }

  /** Whether the machine stopped while the very first digit was added. */
  private boolean onlyStarted() {
    return IdxFile.images(images).count() == 1;
  }

  /**
   * Adds a digit behind the others.
   *
   * @param digit a picture
   * @param label what it really is, 0 to 9
   * @return all digits, with the new one last
   * @throws IllegalArgumentException if the label is out of range
   * @throws DataException if the files cannot be read or written; they are as they were
   */
  public DigitSet add(Digit digit, int label) {
    if (label < 0 || label > 9) {
      throw new IllegalArgumentException("a label is 0 to 9, not " + label);
    }
    DigitSet one = DigitSet.of(NAME, digit.pixels(), new byte[] {(byte) label});
    return alone(
        () -> {
          DigitSet all = digits().and(one);
          replace(images, pixels(all));
          replace(labels, labels(all));
          return digits();
        });
  }

  /**
   * Takes out the digit that was added last. If there is none, nothing changes.
   *
   * @return the digits that are left
   * @throws DataException if the files cannot be read or written; they are as they were
   */
  public DigitSet removeLast() {
    if (digits().isEmpty()) {
      return digits();
    }
    return alone(
        () -> {
          DigitSet all = digits();
          DigitSet left = all.head(Math.max(0, all.size() - 1));
          replace(labels, labels(left));
          replace(images, pixels(left));
          return digits();
        });
  }

  /** Does a change while no other program does one. */
  private DigitSet alone(Supplier<DigitSet> change) {
    try {
      FolderLock lock = FolderLock.of(folder, waiting -> {});
      try {
        trim();
        return change.get();
      } finally {
        lock.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("cannot write " + images + ": interrupted");
    } catch (IOException e) {
      throw new DataException("cannot write " + images + ": " + DataException.reason(e));
    }
  }

  /** Cuts an image off that never got its label; the next stop would else leave two of them. */
  private void trim() {
    if (Files.exists(labels) && IdxFile.images(images).count() > IdxFile.labels(labels).count()) {
      replace(images, pixels(digits()));
    }
  }

  private static byte[] pixels(DigitSet digits) {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    digits.forEach(digit -> pixels.writeBytes(digit.pixels()));
    return IdxFile.bytes(pixels.toByteArray(), digits.size(), Digit.SIDE, Digit.SIDE);
  }

  private static byte[] labels(DigitSet digits) {
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    digits.forEach(digit -> labels.write(digit.label()));
    return IdxFile.bytes(labels.toByteArray(), digits.size());
  }

  private void replace(Path file, byte[] content) {
    // One name, so that of those who are killed at it one is left.
    Path beside = folder.resolve("." + file.getFileName() + ".tmp");
    try {
      try {
        Files.write(beside, content, CREATE, TRUNCATE_EXISTING, WRITE, DSYNC);
        Files.move(beside, file, ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new DataException("cannot write " + file + ": " + DataException.reason(e));
    }
  }

  /** Where they are and how many. */
  @Override
  public String toString() {
    return digits() + " in " + folder;
  }
}
