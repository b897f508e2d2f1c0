package digits.linalg;

import java.util.Locale;

/** Java has less memory than a matrix needs. Whatever was allocated before stays usable. */
public final class NotEnoughMemoryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotEnoughMemoryException(String what, long bytes, String where, String reason) {
    super(
        String.format(
            Locale.ROOT,
            "%s needs %,d bytes %s, which Java cannot provide (%s): use fewer digits or features,"
                + " or give Java more memory, for example"
                + " JJAVA_JVM_OPTS=\"-Xmx1g -XX:MaxDirectMemorySize=2g\" ./lab",
            what,
            bytes,
            where,
            reason),
        null,
        false,
        false);
  }
}
