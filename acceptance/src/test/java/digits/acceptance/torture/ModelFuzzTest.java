package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.draw.Drawing;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.ModelFile;
import digits.model.ModelFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of damaged model files. Every file with a wrong checksum is refused. Where the checksum
 * was made to match, the file is refused or gives a sound model: its numbers are finite, and it can
 * be saved and loaded without a change.
 */
class ModelFuzzTest {

  static final int TIMES = 16;
  static final int CONSTANT = 8 << 20;

  private static final Digit DIGIT = Drawing.of(20, "80,60 200,60 130,220").toDigit();

  @TempDir(factory = InMemory.class)
  Path folder;

  private List<byte[]> files;

  @BeforeEach
  void makeFiles() throws IOException {
    files = List.of(SealedFile.tiny(folder), SealedFile.ofEveryKind(folder), SealedFile.kept());
    for (byte[] file : files) {
      Path right = Files.write(folder.resolve("right.ser"), file);
      assertSound(ModelFile.load(right), right);
      assertThat(SealedFile.of(file).bytes()).isEqualTo(file);
    }
  }

  @Test
  void everyBitAndEveryCutOfASmallModel() throws Exception {
    String figures = run(this::everyBitAndCut, this::everyBitAndCutBehindTheChecksum);
    Effort.tried("model files: every bit and every cut of a small one", figures);
  }

  private void everyBitAndCut(Worker worker, Path file) throws Exception {
    byte[] right = files.get(0);
    for (int bit = 0; bit < 8 * right.length; bit++) {
      byte[] wrong = right.clone();
      wrong[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(load(worker, file, wrong)).as("bit %d", bit).isNull();
    }
    for (int length = 0; length < right.length; length++) {
      assertThat(load(worker, file, Arrays.copyOf(right, length))).as("cut %d", length).isNull();
    }
  }

  private void everyBitAndCutBehindTheChecksum(Worker worker, Path file) throws Exception {
    SealedFile right = SealedFile.of(files.get(0));
    for (int bit = 0; bit < 8 * right.payload().length; bit++) {
      byte[] payload = right.payload().clone();
      payload[bit / 8] ^= (byte) (1 << bit % 8);
      loadSound(worker, file, new SealedFile(right.version(), payload).bytes());
    }
    for (int length = 0; length < right.payload().length; length++) {
      byte[] cut = Arrays.copyOf(right.payload(), length);
      assertThat(load(worker, file, new SealedFile(right.version(), cut).bytes()))
          .as("cut %d", length)
          .isNull();
    }
    for (int bit = 0; bit < 32; bit++) {
      SealedFile other = new SealedFile(right.version() ^ 1 << bit, right.payload());
      assertThat(load(worker, file, other.bytes())).as("bit %d of the version", bit).isNull();
    }
  }

  @Test
  void spoiltAtRandom() throws Exception {
    long seed = Effort.seed(getClass());
    int times = Effort.times(2_000, 350_000);
    String figures =
        run(
            (worker, file) -> spoil(worker, file, new Random(seed), times),
            (worker, file) -> spoil(worker, file, new Random(seed + 1), times));
    Effort.tried("model files: spoilt at random, most with a right checksum", figures);
  }

  private void spoil(Worker worker, Path file, Random random, int times) throws Exception {
    Mutation mutation = new Mutation(random);
    StreamMutation structure = new StreamMutation(random);
    for (int i = 0; i < times; i++) {
      byte[] right = files.get(random.nextInt(4) > 0 ? random.nextInt(2) : random.nextInt(3));
      byte[] other = files.get(random.nextInt(files.size()));
      if (i % 8 == 0) {
        byte[] wrong = mutation.of(right, other);
        DigitClassifier loaded = load(worker, file, wrong);
        assertThat(loaded != null).isEqualTo(files.stream().anyMatch(f -> Arrays.equals(f, wrong)));
      } else {
        SealedFile sealed = SealedFile.of(right);
        byte[] payload = sealed.payload();
        byte[] wrong =
            i % 8 < 4
                ? mutation.of(payload, SealedFile.of(other).payload())
                : structure.of(payload);
        loadSound(worker, file, new SealedFile(sealed.version(), wrong).bytes());
      }
    }
  }

  /** As large as a file may be, and one byte more. */
  @Test
  void asLargeAsCanBe() throws Exception {
    String figures = run(this::large);
    Effort.tried("model files: as large as can be", figures);
  }

  private void large(Worker worker, Path file) throws Exception {
    int most = (Effort.times(4, 64) << 20) - 44;
    for (Flood flood : Flood.values()) {
      byte[] payload = flood.of(most);
      assertThat(load(worker, file, new SealedFile(3, payload).bytes())).as("%s", flood).isNull();
    }
    byte[] more = ByteBuffer.allocate(most + 45).put(files.get(0)).array();
    assertThat(load(worker, file, more)).isNull();
    assertThat(load(worker, file, new byte[most])).isNull();
  }

  private interface Work {
    void run(Worker worker, Path file) throws Exception;
  }

  private String run(Work... works) throws Exception {
    List<Worker.Work> all = new ArrayList<>();
    for (Work work : works) {
      Path file = folder.resolve("models-" + all.size() + ".ser");
      all.add(worker -> work.run(worker, file));
    }
    return Worker.all(TIMES, CONSTANT, all);
  }

  private static DigitClassifier load(Worker worker, Path file, byte[] bytes) throws Exception {
    Files.write(file, bytes);
    return worker.read(bytes, bytes.length, () -> ModelFile.load(file), ModelFileException.class);
  }

  private static void loadSound(Worker worker, Path file, byte[] bytes) throws Exception {
    DigitClassifier model = load(worker, file, bytes);
    if (model != null) {
      assertSound(model, file.resolveSibling(file.getFileName() + "-again"));
    }
  }

  private static void assertSound(DigitClassifier model, Path again) {
    ModelFile.save(model, again);
    DigitClassifier same = ModelFile.load(again);
    assertThat(same.provenance()).isEqualTo(model.provenance());
    assertThat(same.features().name()).isEqualTo(model.features().name());
    assertThat(same.features().map(DIGIT)).isEqualTo(model.features().map(DIGIT));
    assertThat(same.classes()).isEqualTo(model.classes());
    for (BinaryClassifier classifier : model.classifiers()) {
      LinearClassifier linear = (LinearClassifier) classifier;
      assertThat(linear.weights()).hasSize(model.features().size());
      assertThat(DoubleStream.of(linear.weights()).allMatch(Double::isFinite)).isTrue();
      assertThat(linear.intercept()).isFinite();
      LinearClassifier saved = (LinearClassifier) same.classifier(linear.digit());
      assertThat(saved.weights()).isEqualTo(linear.weights());
      assertThat(saved.intercept()).isEqualTo(linear.intercept());
    }
    assertThat(model.predict(DIGIT).margins()).isEqualTo(same.predict(DIGIT).margins());
  }
}
