package digits.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The MNIST database of handwritten digits: 60,000 to learn from and 10,000 by other writers to
 * test with (LeCun, Cortes and Burges, 1998).
 *
 * <p>The four files are taken from the folder that the environment variable {@code DIGITS_DATA}
 * names, or else from this user's cache folder, into which they are downloaded once. Each is
 * compared with its known SHA-256 whenever it is read.
 */
public record Mnist(DigitSet train, DigitSet test) {

  private static final String VARIABLE = "DIGITS_DATA";

  /** Enough to load the digits, even if the files are compressed. */
  private static final long HEAP = 160L << 20;

  private static final String NO_ROOM =
      "there is no room for MNIST in Java's heap: loading it takes up to %,d bytes, and the whole"
          + " heap may have %,d; give Java more memory, for example"
          + " JJAVA_JVM_OPTS=\"-Xmx1g -XX:MaxDirectMemorySize=2g\" ./lab";

  /** Loads MNIST like {@link #load(Consumer)}, without progress reports. */
  public static Mnist load() {
    return load(line -> {});
  }

  /**
   * Loads MNIST, after downloading it if it is not on this machine.
   *
   * @param progress receives a few lines per second during a download, each replacing the one
   *     before
   * @throws DataException if it cannot be downloaded, a file in the folder that {@code DIGITS_DATA}
   *     names is missing or wrong, or the heap is too small
   * @throws java.util.concurrent.CancellationException if the thread is interrupted while it
   *     downloads
   */
  public static Mnist load(Consumer<String> progress) {
    return withRoom(
        () ->
            DataFolder.named(System.getenv(), VARIABLE)
                .map(folder -> load(folder, MnistFile.PUBLISHED, "unset " + VARIABLE))
                .orElseGet(() -> of(MnistCache.ofThisUser().load(progress))));
  }

  /**
   * Loads MNIST from a folder, which is only read.
   *
   * @param folder contains the four files, such as {@code train-images-idx3-ubyte}, plain or with
   *     {@code .gz}
   * @throws DataException if a file is missing or wrong, or the heap is too small
   */
  public static Mnist load(Path folder) {
    return withRoom(() -> load(folder, MnistFile.PUBLISHED, "load without a folder"));
  }

  private static Mnist withRoom(Supplier<Mnist> loading) {
    try {
      return loading.get();
    } catch (OutOfMemoryError e) {
      long most = Runtime.getRuntime().maxMemory();
      throw new DataException(Message.of(NO_ROOM, HEAP, most));
    }
  }

  /** Reads a folder that the user named; an error says what to do. */
  static Mnist load(Path folder, List<MnistFile> files, String otherwise) {
    try {
      return of(MnistFile.find(files, folder));
    } catch (DataException e) {
      throw new DataException(
          e.getMessage() + "; put the four files of MNIST there, or " + otherwise);
    }
  }

  /** Joins images and labels of the training set, then of the test set. */
  static Mnist of(List<IdxFile> files) {
    return new Mnist(
        IdxFile.digits("MNIST training", files.get(0), files.get(1)),
        IdxFile.digits("MNIST test", files.get(2), files.get(3)));
  }

  /**
   * Makes sure that MNIST is on this machine, and prints the folder; {@code --folder} only prints
   * it.
   */
  public static void main(String[] arguments) {
    String asked = String.join(" ", arguments);
    try {
      Path folder = DataFolder.named(System.getenv(), VARIABLE).orElseGet(DataFolder::cache);
      if (asked.equals("--folder")) {
        System.out.println(folder);
        return;
      }
      if (!asked.isEmpty()) {
        throw new DataException("unknown arguments: " + asked + "; there is only --folder");
      }
      Mnist mnist = load(Mnist::log);
      String text = "MNIST: %,d training and %,d test digits in %s";
      System.out.println(Message.of(text, mnist.train.size(), mnist.test.size(), folder));
    } catch (DataException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** A log shows the names of the files, but not the progress within one. */
  private static void log(String progress) {
    if (!progress.endsWith(" MB")) {
      System.err.println(progress);
    }
  }
}
