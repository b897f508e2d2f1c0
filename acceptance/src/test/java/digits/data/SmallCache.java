package digits.data;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** MNIST's cache with four small files of noise and with mirrors on this machine. */
public final class SmallCache {

  /** The files by their names, uncompressed. */
  public static final Map<String, byte[]> CONTENT = content();

  private static final List<MnistFile> FILES =
      CONTENT.entrySet().stream()
          .map(
              file ->
                  new MnistFile(file.getKey(), file.getValue().length, Sha256.hex(file.getValue())))
          .toList();

  private SmallCache() {}

  private static Map<String, byte[]> content() {
    Map<String, byte[]> content = new LinkedHashMap<>();
    Random random = new Random(1);
    for (int count : new int[] {200, 50}) {
      byte[] pixels = new byte[count * Digit.PIXELS];
      byte[] labels = new byte[count];
      random.nextBytes(pixels);
      for (int i = 0; i < count; i++) {
        labels[i] = (byte) (i % 10);
      }
      String start = count == 200 ? "train" : "t10k";
      content.put(
          start + "-images-idx3-ubyte", IdxFile.bytes(pixels, count, Digit.SIDE, Digit.SIDE));
      content.put(start + "-labels-idx1-ubyte", IdxFile.bytes(labels, count));
    }
    return content;
  }

  /**
   * Loads the four files.
   *
   * @param folder of the cache
   * @param mirrors on this machine
   * @param patience with each
   */
  public static Mnist load(Path folder, List<URI> mirrors, Duration patience) {
    return Mnist.of(
        new MnistCache(folder, FILES, mirrors, new Download(patience, Map.of())).load(line -> {}));
  }
}
