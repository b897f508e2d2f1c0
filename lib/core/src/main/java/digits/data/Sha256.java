package digits.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of files and digits. */
public final class Sha256 {

  private static final int CHUNK = 1 << 16;

  private Sha256() {}

  /** The 32 bytes of the checksum of some bytes, one part after the other. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      // In chunks: a cold Java compiles the loop between two calls, never within one.
      for (int at = 0; at < part.length; at += CHUNK) {
        digest.update(part, at, Math.min(CHUNK, part.length - at));
      }
    }
    return digest.digest();
  }

  /** A new digest, for bytes that arrive bit by bit. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** The same as 64 hexadecimal digits in lower case. */
  public static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(of(parts));
  }
}
