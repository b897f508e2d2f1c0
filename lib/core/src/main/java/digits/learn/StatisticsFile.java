package digits.learn;

import digits.data.AtomicFile;
import digits.data.DataException;
import digits.data.Sha256;
import digits.features.FeatureMap;
import digits.learn.RidgeStatistics.Piece;
import digits.model.DigitClassifier;
import digits.model.ModelFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.Arrays;

/**
 * Keeps {@link RidgeStatistics} in a file, in the envelope of a model file; docs/format.md
 * specifies it.
 */
public final class StatisticsFile {

  private static final long MAGIC = 0x8A54_4553_0D0A_1A0AL;
  private static final int VERSION = 1;
  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 12;
  private static final int CHECKSUM = 32;

  private StatisticsFile() {}

  /**
   * Saves statistics. The file is written beside and moved into place, so that a save that fails
   * leaves the old one as it was.
   *
   * @return the size of the file in bytes
   * @throws DataException if the file cannot be written
   */
  public static long save(RidgeStatistics statistics, Path file) {
    try {
      AtomicFile.replace(file, out -> write(statistics, out));
      return Files.size(file);
    } catch (IOException e) {
      String why = DataException.reason(e) + "; the file that was there, if any, is unchanged";
      throw new DataException("cannot write " + file + ": " + why);
    }
  }

  private static void write(RidgeStatistics all, OutputStream file) throws IOException {
    var digest = new DigestOutputStream(new BufferedOutputStream(file, BUFFER), Sha256.digest());
    DataOutputStream out = new DataOutputStream(digest);
    out.writeLong(MAGIC);
    out.writeInt(VERSION);
    byte[] model = all.carrier();
    out.writeInt(model.length);
    out.write(model);
    out.writeInt(all.parts);
    for (int part = 0; part < all.parts; part++) {
      out.writeByte(all.done.get(part) ? 1 : 0);
    }
    for (var pieces = all.pieces().iterator(); pieces.hasNext(); ) {
      double[] numbers = pieces.next().numbers();
      ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
      bytes.asDoubleBuffer().put(numbers);
      out.write(bytes.array());
    }
    out.write(digest.getMessageDigest().digest());
    out.flush();
  }

  /**
   * Loads what was saved.
   *
   * @throws DataException if there is no such file, or it is damaged, or something else
   */
  public static RidgeStatistics load(Path file) {
    requireSound(file);
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      DataInputStream in = new DataInputStream(bytes);
      in.readLong();
      in.readInt();
      DigitClassifier carrier = ModelFile.decode(file, in.readNBytes(in.readInt()));
      FeatureMap map = carrier.classifiers().get(0).features();
      var all = new RidgeStatistics(map, carrier.provenance(), in.readInt());
      for (int part = 0; part < all.parts; part++) {
        all.done.set(part, in.readByte() == 1);
      }
      for (var pieces = all.pieces().iterator(); pieces.hasNext(); ) {
        Piece zeros = pieces.next();
        int length = zeros.numbers().length * Double.BYTES;
        ByteBuffer.wrap(in.readNBytes(length)).asDoubleBuffer().get(zeros.numbers());
        all.add(zeros);
      }
      return all;
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
  }

  /** Reads the file once to compare its checksum, so that nothing else needs to be doubted. */
  private static void requireSound(Path file) {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      DigestInputStream digest = new DigestInputStream(bytes, Sha256.digest());
      DataInputStream in = new DataInputStream(digest);
      boolean ours = in.readLong() == MAGIC && in.readInt() == VERSION;
      long rest = Files.size(file) - HEAD - CHECKSUM;
      if (ours && rest > 0) {
        byte[] some = new byte[BUFFER];
        while (rest > 0) {
          int count = (int) Math.min(rest, BUFFER);
          in.readFully(some, 0, count);
          rest -= count;
        }
        byte[] actual = digest.getMessageDigest().digest();
        if (Arrays.equals(actual, bytes.readNBytes(CHECKSUM))) {
          return;
        }
      }
    } catch (NoSuchFileException e) {
      throw new DataException("there is no file " + file);
    } catch (EOFException e) {
      // Too short even for its head.
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
    throw new DataException(
        file
            + " is damaged, or not a statistics file of format "
            + VERSION
            + ": collect them again");
  }
}
