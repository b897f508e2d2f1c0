package digits.spark;

import digits.data.Message;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what can go wrong on a cluster into one sentence each. */
final class Failure {

  private static final Pattern STANDALONE = Pattern.compile("spark://([^:/,]+):(\\d+).*");
  private static final Pattern OURS_MISSING =
      Pattern.compile("(?:ClassNotFoundException|NoClassDefFoundError): (digits[./][\\w./$]+)");
  private static final Pattern CAUSE =
      Pattern.compile("(?m)^(?:Caused by: |.*?\\): )?[\\w.$]+(?:Exception|Error): (.*)$");
  private static final int PATIENCE = 3_000;

  private Failure() {}

  /** Spark itself would try for a minute, and then say something else. */
  static void requireMaster(String master) {
    Matcher address = STANDALONE.matcher(master);
    if (!address.matches()) {
      return;
    }
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(address.group(2));
      socket.connect(new InetSocketAddress(address.group(1), port), PATIENCE);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          Message.of(
              "no Spark master answers at %s: start it, or name another, or use"
                  + " SparkTraining.local()",
              master));
    }
  }

  static IllegalStateException of(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      all.append(cause).append('\n');
    }
    // Spark reports a missing class of ours in one of these ways, a lambda of a cell in the second.
    if (OURS_MISSING.matcher(all).find() || all.indexOf("SerializedLambda") >= 0) {
      return new IllegalStateException(
          "a worker has not got this library, or was given what only a cell has: run from the"
              + " library's jars, which are sent to the workers, and pass the library's own"
              + " features and sources");
    }
    String why = all.toString().lines().findFirst().orElse("");
    if (all.indexOf("No space left on device") >= 0) {
      why = "a disk is full (No space left on device): free some, or set SPARK_LOCAL_DIRS";
    } else {
      Matcher causes = CAUSE.matcher(all);
      while (causes.find()) {
        why = causes.group(1); // The last is the first cause.
      }
    }
    return new IllegalStateException("Spark has not finished the training: " + why);
  }
}
