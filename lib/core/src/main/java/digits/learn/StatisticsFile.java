package digits.learn;

import digits.data.DataException;
import digits.data.Message;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The file of {@link RidgeStatistics}, in the envelope of a model file: a magic number, a version,
 * the content, and the SHA-256 of all before. All numbers are big-endian. The content is the length
 * and the bytes of a model file that has the features and no weights; the number of parts, and one
 * byte for each, 1 if it is included; the lower triangle of the Gram matrix, row by row; ten rows
 * of sums; and ten counts.
 */
final class StatisticsFile {

  private static final long MAGIC = 0x8A54_4553_0D0A_1A0AL;
  private static final int VERSION = 1;
  private static final int BUFFER = 1 << 16;
  private static final int LARGEST_MODEL = 64 << 20;
  private static final int MOST_PARTS = 1_000_000;

  private StatisticsFile() {}

  static void write(RidgeStatistics all, OutputStream file) throws IOException {
    var digest = new DigestOutputStream(new BufferedOutputStream(file, BUFFER), sha256());
    DataOutputStream out = new DataOutputStream(digest);
    out.writeLong(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(all.carrier().length);
    out.write(all.carrier());
    out.writeInt(all.parts);
    for (int part = 0; part < all.parts; part++) {
      out.writeByte(all.done.get(part) ? 1 : 0);
    }
    for (var pieces = all.pieces(); pieces.hasNext(); ) {
      double[] numbers = pieces.next().numbers();
      ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
      bytes.asDoubleBuffer().put(numbers);
      out.write(bytes.array());
    }
    out.write(digest.getMessageDigest().digest());
    out.flush();
  }

  static RidgeStatistics read(Path file) {
    try (InputStream opened = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      DigestInputStream digest = new DigestInputStream(opened, sha256());
      DataInputStream in = new DataInputStream(digest);
      if (in.readLong() != MAGIC) {
        throw damaged(file, "it does not start like a file of statistics");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw damaged(file, Message.of("its format is %d, not %d", version, VERSION));
      }
      byte[] model = new byte[checked(file, "a model of bytes", in.readInt(), LARGEST_MODEL)];
      in.readFully(model);
      DigitClassifier carrier = ModelFile.decode(file, model);
      FeatureMap map = carrier.classifiers().get(0).features();
      int parts = checked(file, "parts", in.readInt(), MOST_PARTS);
      var all = new RidgeStatistics(map, carrier.provenance(), parts);
      for (int part = 0; part < parts; part++) {
        all.done.set(part, in.readByte() == 1);
      }
      for (var pieces = all.pieces(); pieces.hasNext(); ) {
        Piece piece = pieces.next(); // Of zeros.
        byte[] bytes = new byte[piece.numbers().length * Double.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(piece.numbers());
        all.add(piece);
      }
      byte[] actual = digest.getMessageDigest().digest();
      digest.on(false);
      if (!Arrays.equals(actual, in.readNBytes(actual.length)) || in.read() >= 0) {
        throw damaged(file, "its SHA-256 is not the one at its end");
      }
      return all;
    } catch (NoSuchFileException e) {
      throw new DataException("there is no file " + file);
    } catch (EOFException e) {
      throw damaged(file, "it ends too early");
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
  }

  private static int checked(Path file, String what, int actual, int most) {
    if (actual < 1 || actual > most) {
      throw damaged(file, Message.of("%s: actual %,d, expected 1 to %,d", what, actual, most));
    }
    return actual;
  }

  private static DataException damaged(Path file, String why) {
    return new DataException(
        file + " is damaged, or holds no statistics: " + why + "; collect them again");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
