package digits.linalg;

import java.util.Locale;

/** Java has less memory than a matrix takes. What was there before is whole, and can be used. */
public final class NotEnoughMemoryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotEnoughMemoryException(String what, long bytes, String where, String reason) {
    super(
        String.format(
            Locale.ROOT,
            "%s takes %,d bytes %s, and Java refuses them (%s): take fewer digits or features, or"
                + " give it more, as JJAVA_JVM_OPTS=\"-Xmx1g -XX:MaxDirectMemorySize=2g\" ./lab"
                + " does",
            what,
            bytes,
            where,
            reason),
        null,
        false,
        false);
  }
}
