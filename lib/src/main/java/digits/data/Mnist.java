package digits.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The MNIST database of handwritten digits: 60,000 to learn from and 10,000 by other writers to
 * test with (LeCun, Cortes and Burges, 1998).
 *
 * <p>The four files are taken from the folder that the environment variable {@code DIGITS_DATA}
 * names, or else from this user's cache folder, into which they are downloaded once. Each is
 * compared with its known SHA-256 whenever it is read.
 *
 * @param train 60,000 digits
 * @param test 10,000 digits
 */
public record Mnist(DigitSet train, DigitSet test) {

  private static final String VARIABLE = "DIGITS_DATA";

  public Mnist {
    Objects.requireNonNull(train, "train");
    Objects.requireNonNull(test, "test");
  }

  /**
   * Loads MNIST, after downloading it if it is not on this machine.
   *
   * @throws MnistUnavailableException if it is not here and cannot be downloaded, or the folder
   *     that {@code DIGITS_DATA} names lacks a file or has a wrong one
   * @throws java.util.concurrent.CancellationException if the thread is interrupted while it
   *     downloads
   */
  public static Mnist load() {
    return load(line -> {});
  }

  /**
   * Loads MNIST, after downloading it if it is not on this machine, and says how the download goes.
   *
   * @param progress gets a few lines a second while it downloads, each to be shown in place of the
   *     one before; nothing when there is nothing to download
   * @throws MnistUnavailableException if it is not here and cannot be downloaded, or the folder
   *     that {@code DIGITS_DATA} names lacks a file or has a wrong one
   * @throws java.util.concurrent.CancellationException if the thread is interrupted while it
   *     downloads
   */
  public static Mnist load(Consumer<String> progress) {
    return load(System.getenv(), MnistFiles.PUBLISHED, MnistCache.ofThisUser(), progress);
  }

  /**
   * Loads MNIST from a folder, which is only read.
   *
   * @param folder has the four files, such as {@code train-images-idx3-ubyte}, plain or with {@code
   *     .gz}
   * @throws MnistUnavailableException if the folder lacks a file or has a wrong one
   */
  public static Mnist load(Path folder) {
    return new MnistFolder(folder, "put the four files of MNIST there, or load without a folder")
        .read(MnistFiles.PUBLISHED);
  }

  static Mnist load(
      Map<String, String> environment,
      MnistFiles files,
      MnistCache cache,
      Consumer<String> progress) {
    Optional<Path> named = namedFolder(environment);
    if (named.isEmpty()) {
      return cache.load(progress);
    }
    return new MnistFolder(named.get(), "put the four files of MNIST there, or unset " + VARIABLE)
        .read(files);
  }

  private static Optional<Path> namedFolder(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(VARIABLE))
        .filter(text -> !text.isBlank())
        .map(text -> MnistFolder.named(VARIABLE, text));
  }

  /**
   * Makes sure that MNIST is on this machine, and says where.
   *
   * @param arguments none, or {@code --folder} to print the folder and do nothing else
   */
  public static void main(String[] arguments) {
    boolean onlyFolder = arguments.length == 1 && arguments[0].equals("--folder");
    if (arguments.length > 0 && !onlyFolder) {
      fail("unknown arguments: " + String.join(" ", arguments) + "; there is only --folder");
    }
    try {
      if (onlyFolder) {
        System.out.println(namedFolder(System.getenv()).orElseGet(CacheFolder::ofThisUser));
        return;
      }
      Mnist mnist = load(new SparseLines(System.err::println));
      System.out.println(
          String.format(
              Locale.ROOT,
              "MNIST: %,d training and %,d test digits in %s",
              mnist.train.size(),
              mnist.test.size(),
              namedFolder(System.getenv()).orElseGet(CacheFolder::ofThisUser)));
    } catch (DataException e) {
      fail(e.getMessage());
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(1);
  }
}
