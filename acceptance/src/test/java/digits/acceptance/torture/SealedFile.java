package digits.acceptance.torture;

import digits.acceptance.Project;
import digits.features.Augmentation;
import digits.features.Chain;
import digits.features.Concat;
import digits.features.Deskew;
import digits.features.FeatureMap;
import digits.features.Hog;
import digits.features.Pca.Components;
import digits.features.RandomUnits.Units;
import digits.features.Standardize.Standardized;
import digits.features.Views;
import digits.linalg.FloatMatrix;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.ModelFile;
import digits.model.Provenance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model file with a valid checksum around any payload. It follows the table in docs/format.md and
 * uses none of the library's code.
 *
 * @param version that the header says
 * @param payload what is inside
 */
record SealedFile(int version, byte[] payload) {

  private static final long MAGIC = 0x8a54454e0d0a1a0aL;
  private static final int HEADER = 12;
  private static final int CHECKSUM = 32;

  /** Takes apart a file saved by the library. */
  static SealedFile of(byte[] file) {
    return new SealedFile(
        ByteBuffer.wrap(file).getInt(8), Arrays.copyOfRange(file, HEADER, file.length - CHECKSUM));
  }

  /** The whole file. */
  byte[] bytes() {
    ByteBuffer file = ByteBuffer.allocate(HEADER + payload.length + CHECKSUM);
    file.putLong(MAGIC).putInt(version).put(payload);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(file.array(), 0, file.position());
      return file.put(sha.digest()).array();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The archived file that every version must read. */
  static byte[] kept() throws IOException {
    return Files.readAllBytes(
        Project.ROOT.resolve("lib/core/src/test/resources/digits/model/features-1.ser"));
  }

  /** A file of a few hundred bytes, so that every bit can be tried. */
  static byte[] tiny(Path folder) throws IOException {
    return saved(folder, new Chain(new Hog(14), random(1, 36)), 2);
  }

  /** A small file with features of every kind. */
  static byte[] ofEveryKind(Path folder) throws IOException {
    float[] scales = {1, 2};
    FeatureMap upright = new Chain(new Deskew(5), new Concat(new Hog(14), new Hog(14)));
    FeatureMap units = new Units(((Components) random(2, 2)).directions(), scales.clone());
    FeatureMap all = new Chain(upright, new Chain(random(2, 72), units));
    FeatureMap views =
        new Views(new Chain(all, new Standardized(scales.clone(), scales)), new Augmentation(2));
    return saved(folder, views, 10);
  }

  /** Components whose numbers bfloat16 represents exactly. */
  private static FeatureMap random(int rows, int columns) {
    FloatMatrix matrix = new FloatMatrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      float[] row = new float[columns];
      for (int j = 0; j < columns; j++) {
        row[j] = (7 * i + 5 * j) % 13 - 6;
      }
      matrix.setRow(i, row);
    }
    return new Components(matrix, new float[rows]);
  }

  private static byte[] saved(Path folder, FeatureMap features, int classifiers)
      throws IOException {
    double[] weights = IntStream.range(0, features.size()).mapToDouble(i -> i - 0.5).toArray();
    List<LinearClassifier> all =
        IntStream.range(0, classifiers)
            .mapToObj(digit -> new LinearClassifier(digit, features, weights, digit))
            .toList();
    Map<String, String> options = Map.of("penalty", "1", "nothing", "");
    Provenance origin = new Provenance("ridge", options, 5, "some", 9, "ab", "0", 0.5);
    Path file = folder.resolve("sample.ser");
    ModelFile.save(new DigitClassifier(all, origin), file);
    return Files.readAllBytes(file);
  }
}
