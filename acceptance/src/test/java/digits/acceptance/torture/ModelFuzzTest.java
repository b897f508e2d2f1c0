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
    Effort.tried(
        "model files: every bit and every cut of a small one",
        run(this::everyBitAndCut, this::everyBitAndCutBehindTheChecksum));
  }

  private void everyBitAndCut(Worker worker, Path place) throws Exception {
    byte[] right = files.get(0);
    for (int bit = 0; bit < 8 * right.length; bit++) {
      assertThat(load(worker, place, Mutation.flipped(right, bit))).as("bit %d", bit).isNull();
    }
    for (int length = 0; length < right.length; length++) {
      assertThat(load(worker, place, Arrays.copyOf(right, length))).as("cut %d", length).isNull();
    }
  }

  private void everyBitAndCutBehindTheChecksum(Worker worker, Path place) throws Exception {
    SealedFile right = SealedFile.of(files.get(0));
    for (int bit = 0; bit < 8 * right.payload().length; bit++) {
      byte[] payload = Mutation.flipped(right.payload(), bit);
      loadSound(worker, place, new SealedFile(right.version(), payload).bytes());
    }
    for (int length = 0; length < right.payload().length; length++) {
      byte[] cut = Arrays.copyOf(right.payload(), length);
      assertThat(load(worker, place, new SealedFile(right.version(), cut).bytes()))
          .as("cut %d", length)
          .isNull();
    }
    for (int bit = 0; bit < 32; bit++) {
      SealedFile other = new SealedFile(right.version() ^ 1 << bit, right.payload());
      assertThat(load(worker, place, other.bytes())).as("bit %d of the version", bit).isNull();
    }
  }

  @Test
  void spoiltAtRandom() throws Exception {
    long seed = Effort.seed(getClass());
    int times = Effort.times(2_000, 350_000);
    Effort.tried(
        "model files: spoilt at random, most with a right checksum",
        run(
            (worker, place) -> spoil(worker, place, new Random(seed), times),
            (worker, place) -> spoil(worker, place, new Random(seed + 1), times)));
  }

  private void spoil(Worker worker, Path place, Random random, int times) throws Exception {
    Mutation mutation = new Mutation(random);
    StreamMutation structure = new StreamMutation(random);
    for (int i = 0; i < times; i++) {
      byte[] right = files.get(random.nextInt(4) > 0 ? random.nextInt(2) : random.nextInt(3));
      byte[] other = files.get(random.nextInt(files.size()));
      if (i % 8 == 0) {
        byte[] wrong = mutation.of(right, other);
        DigitClassifier loaded = load(worker, place, wrong);
        assertThat(loaded != null).isEqualTo(files.stream().anyMatch(f -> Arrays.equals(f, wrong)));
      } else {
        SealedFile sealed = SealedFile.of(right);
        byte[] payload = sealed.payload();
        byte[] wrong =
            i % 8 < 4
                ? mutation.of(payload, SealedFile.of(other).payload())
                : structure.of(payload);
        loadSound(worker, place, new SealedFile(sealed.version(), wrong).bytes());
      }
    }
  }

  /** As large as a file may be, and one byte more. */
  @Test
  void asLargeAsCanBe() throws Exception {
    Effort.tried("model files: as large as can be", run(this::large));
  }

  private void large(Worker worker, Path place) throws Exception {
    int most = (Effort.times(4, 64) << 20) - 44;
    for (Flood flood : Flood.values()) {
      byte[] payload = flood.of(most);
      assertThat(load(worker, place, new SealedFile(3, payload).bytes())).as("%s", flood).isNull();
    }
    byte[] more = ByteBuffer.allocate(most + 45).put(files.get(0)).array();
    assertThat(load(worker, place, more)).isNull();
    assertThat(load(worker, place, new byte[most])).isNull();
  }

  private String run(Worker.Work... works) throws Exception {
    return Worker.all(TIMES, CONSTANT, folder, works);
  }

  static DigitClassifier load(Worker worker, Path place, byte[] bytes) throws Exception {
    Path file = Files.write(place.resolve("models.ser"), bytes);
    return worker.read(bytes, bytes.length, () -> ModelFile.load(file), ModelFileException.class);
  }

  private static void loadSound(Worker worker, Path place, byte[] bytes) throws Exception {
    DigitClassifier model = load(worker, place, bytes);
    if (model != null) {
      assertSound(model, place.resolve("again.ser"));
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
