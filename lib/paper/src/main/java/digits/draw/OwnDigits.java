package digits.draw;

import digits.data.AtomicFile;
import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.FolderLock;
import digits.data.IdxFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A reader's own digits, kept as a pair of IDX files in a folder: {@code own-images-idx3-ubyte} and
 * {@code own-labels-idx1-ubyte}, the format of MNIST, which other programs can read.
 *
 * <p>Each change is written to a temporary file that is then moved, in an order in which no label
 * is ever without its image. If the machine stops between the two files, an image without a label
 * is left, which is ignored. Programs that change the digits at the same time wait for each other.
 */
public final class OwnDigits {

  /** The name of their set. */
  private static final String NAME = "own";

  private final Path folder;
  private final Path images;
  private final Path labels;

  private OwnDigits(Path folder) {
    this.folder = folder;
    images = folder.resolve("own-images-idx3-ubyte");
    labels = folder.resolve("own-labels-idx1-ubyte");
  }

  /** The digits in a folder, which is made when the first digit is added. */
  public static OwnDigits in(Path folder) {
    return new OwnDigits(folder);
  }

  /**
   * Reads the current digits.
   *
   * @return a set called "own"; empty if there are none
   * @throws DataException if a file cannot be read or is not an IDX file of digits
   */
  public DigitSet digits() {
    if (Files.notExists(labels)
        && (Files.notExists(images) || IdxFile.images(images).count() == 1)) {
      return DigitSet.of(NAME, new byte[0], new byte[0]);
    }
    IdxFile pixels = IdxFile.images(images);
    IdxFile answers = IdxFile.labels(labels);
    boolean oneMore = pixels.count() == answers.count() + 1;
    return IdxFile.digits(NAME, oneMore ? pixels.head(answers.count()) : pixels, answers);
  }

  /**
   * Adds a digit after the others.
   *
   * @param digit a picture
   * @param label the digit that it shows, 0 to 9
   * @return all digits, with the new one last
   * @throws IllegalArgumentException if the label is out of range
   * @throws DataException if the files cannot be read or written; they are then unchanged
   */
  public DigitSet add(Digit digit, int label) {
    if (label < 0 || label > 9) {
      throw new IllegalArgumentException("a label is 0 to 9, not " + label);
    }
    return add(DigitSet.of(NAME, digit.pixels(), new byte[] {(byte) label}));
  }

  /**
   * Adds labelled digits after the others, one by one.
   *
   * @return all digits, with the new ones last
   * @throws IllegalStateException if one has no label; none is then added
   * @throws DataException if the files cannot be read or written
   */
  public DigitSet add(DigitSet more) {
    more.counts(); // Fails if a label is missing.
    return alone(
        all -> {
          DigitSet longer = all;
          for (int place = 0; place < more.size(); place++) {
            longer = longer.and(more.select(IntStream.of(place)));
            writeImages(longer);
            writeLabels(longer);
          }
        });
  }

  /**
   * Removes the digit that was added last, if there is one.
   *
   * @return the digits that are left
   * @throws DataException if the files cannot be read or written; they are then unchanged
   */
  public DigitSet removeLast() {
    if (digits().isEmpty()) {
      return digits();
    }
    return alone(
        all -> {
          DigitSet left = all.head(Math.max(0, all.size() - 1));
          writeImages(all); // Without one that never got its label, else there would be two.
          writeLabels(left);
          writeImages(left);
        });
  }

  /** A change of the digits. */
  private interface Change {
    void of(DigitSet all) throws IOException;
  }

  /** Makes a change while no other program makes one. */
  @SuppressWarnings("try") // The lock is only held.
  private DigitSet alone(Change change) {
    try (FileChannel lock = FolderLock.of(folder, waiting -> {})) {
      change.of(digits());
      return digits();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("cannot write " + images + ": interrupted");
    } catch (IOException e) {
      throw new DataException("cannot write " + images + ": " + DataException.reason(e));
    }
  }

  private void writeImages(DigitSet digits) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    digits.forEach(digit -> pixels.writeBytes(digit.pixels()));
    AtomicFile.replace(
        images, IdxFile.bytes(pixels.toByteArray(), digits.size(), Digit.SIDE, Digit.SIDE));
  }

  private void writeLabels(DigitSet digits) throws IOException {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    digits.forEach(digit -> answers.write(digit.label()));
    AtomicFile.replace(labels, IdxFile.bytes(answers.toByteArray(), digits.size()));
  }

  /** The number of digits, and their folder. */
  @Override
  public String toString() {
    return digits() + " in " + folder;
  }
}
