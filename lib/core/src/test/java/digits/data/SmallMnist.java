package digits.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Four files like those of MNIST, with noise for digits: 400 to learn from and 50 to test with. */
final class SmallMnist {

  static final Map<String, byte[]> CONTENT = content();

  static final List<MnistFile> FILES =
      CONTENT.entrySet().stream()
          .map(
              file ->
                  new MnistFile(file.getKey(), file.getValue().length, Sha256.hex(file.getValue())))
          .toList();

  private SmallMnist() {}

  private static Map<String, byte[]> content() {
    Map<String, byte[]> content = new LinkedHashMap<>();
    content.put("train-images-idx3-ubyte", IdxFixture.images(400, 1));
    content.put("train-labels-idx1-ubyte", IdxFixture.labels(400));
    content.put("t10k-images-idx3-ubyte", IdxFixture.images(50, 2));
    content.put("t10k-labels-idx1-ubyte", IdxFixture.labels(50));
    return content;
  }

  /** What a mirror sends for a path that ends with a file's name and .gz. */
  static byte[] compressed(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).replace(".gz", "");
    return IdxFixture.gzip(CONTENT.get(name));
  }

  /** Writes the four files, uncompressed. */
  static void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : CONTENT.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
