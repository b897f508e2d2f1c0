package digits.learn;

import digits.data.Message;
import digits.data.Sha256;
import digits.features.FeatureMap;
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.ModelFile;
import digits.model.Provenance;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that {@link Ridge} needs to know about some training digits. Its size depends on the number
 * of features only: 100 MB for 5,000. What was learned from the parts of a source, or from several
 * sources, adds up to the last bit to what all together would have taught.
 */
public final class RidgeStatistics {

  /** Rows of the Gram matrix in a piece. */
  private static final int ROWS = 64;

  private static final Provenance NOBODY = new Provenance("", Map.of(), 0, "", 1, "", "", 0);

  private final FeatureMap map;
  final BitSet done;
  final int parts;
  private Provenance made;
  private Ridge.Statistics numbers;

  /** Some of the numbers; those of the same number add up. */
  public record Piece(int number, double[] numbers) implements Serializable {}

  /** Of no digits yet. */
  RidgeStatistics(FeatureMap map, Provenance made, int parts) {
    this(map, new Ridge.Statistics(map.size()), made, new BitSet(parts), parts);
  }

  RidgeStatistics(
      FeatureMap map, Ridge.Statistics numbers, Provenance made, BitSet done, int parts) {
    this.map = map;
    this.numbers = numbers;
    this.made = made;
    this.done = done;
    this.parts = parts;
  }

  /** How the training that this belongs to was set, and its digits. */
  public Provenance provenance() {
    return made;
  }

  /** The fitted features: with them, more digits can be added later. */
  public FeatureMap features() {
    return map;
  }

  /** The parts of the training that have not been added yet. */
  public List<Part> missing() {
    return Part.all(parts).stream().filter(part -> !done.get(part.number() - 1)).toList();
  }

  /** The same, after a check that they are of this training. */
  List<Part> missing(Provenance expected, int wanted) {
    if (parts != wanted || !made.equals(expected)) {
      throw new IllegalArgumentException(
          Message.of(
              "the file is of another training, in %d parts, of%n%s%nnot of this one, in %d parts,"
                  + " of%n%s",
              parts, made, wanted, expected));
    }
    return missing();
  }

  /**
   * Adds what was learned from other digits: from other parts of the same training, or from another
   * source, if both are complete.
   *
   * @return this
   * @throws IllegalArgumentException if the two do not belong together; nothing is added then
   */
  public RidgeStatistics add(RidgeStatistics other) {
    if (map != other.map && !Arrays.equals(carrier(map, NOBODY), carrier(other.map, NOBODY))) {
      throw new IllegalArgumentException(
          "the two were learned with different features, which were fitted on other digits, or on"
              + " machines that round differently: make all parts on machines with the same"
              + " instruction set, and train on more digits with the features() of the first");
    }
    boolean same = made.checksum().equals(other.made.checksum()) && parts == other.parts;
    if (same && done.intersects(other.done)) {
      throw new IllegalArgumentException(
          "a part of " + made.data() + " is in both, and must not count twice");
    }
    if (!same) {
      requireComplete();
      other.requireComplete();
    }
    other.pieces().forEach(this::add);
    if (same) {
      done.or(other.done);
    } else {
      made = both(made, other.made);
    }
    return this;
  }

  /** All numbers, a few rows at a time, each piece made when it is asked for. */
  public Stream<Piece> pieces() {
    return IntStream.range(0, pieceCount()).mapToObj(number -> new Piece(number, numbers(number)));
  }

  /** Adds the pieces of all parts, in any order. */
  public RidgeStatistics addAll(Iterator<Piece> pieces) {
    pieces.forEachRemaining(this::add);
    done.set(0, parts);
    return this;
  }

  private int pieceCount() {
    return (map.size() + ROWS - 1) / ROWS + 1;
  }

  /** The last piece has the sums and the counts. */
  double[] numbers(int piece) {
    if (piece < pieceCount() - 1) {
      return numbers().gram().rows(piece * ROWS, Math.min(ROWS, map.size() - piece * ROWS));
    }
    return DoubleStream.concat(
            Stream.of(numbers().sums()).flatMapToDouble(DoubleStream::of),
            IntStream.of(numbers().counts()).asDoubleStream())
        .toArray();
  }

  void add(Piece piece) {
    if (piece.number() < pieceCount() - 1) {
      int first = piece.number() * ROWS;
      numbers().gram().addRows(first, Math.min(ROWS, map.size() - first), piece.numbers());
      return;
    }
    for (int digit = 0; digit < numbers().counts().length; digit++) {
      for (int j = 0; j < map.size(); j++) {
        numbers().sums()[digit][j] += piece.numbers()[digit * map.size() + j];
      }
      numbers().counts()[digit] +=
          (int) piece.numbers()[numbers().counts().length * map.size() + digit];
    }
  }

  private static Provenance both(Provenance one, Provenance other) {
    return new Provenance(
        one.learner(),
        one.options(),
        one.seed(),
        one.data().equals(other.data()) ? one.data() : one.data() + " and " + other.data(),
        Math.addExact(one.digits(), other.digits()),
        Sha256.hex((one.checksum() + other.checksum()).getBytes(StandardCharsets.US_ASCII)),
        one.version(),
        0);
  }

  private void requireComplete() {
    if (done.cardinality() < parts) {
      throw new IllegalArgumentException(
          "of the training on " + made.data() + ", these parts are missing: " + missing());
    }
  }

  Ridge.Statistics numbers() {
    if (numbers == null) {
      throw new IllegalStateException("these statistics are used up: load or collect them again");
    }
    return numbers;
  }

  /** One classifier for each digit that occurs. */
  List<BinaryClassifier> solve(Ridge ridge, Workers workers) {
    requireComplete();
    Ridge.Statistics all = numbers();
    all.requireExact();
    numbers = null;
    int[] wanted = IntStream.range(0, 10).filter(digit -> all.counts()[digit] > 0).toArray();
    return ridge.solve(all, wanted, map, workers);
  }

  /** A model file that carries the features to another machine, and has no weights. */
  public byte[] carrier() {
    return carrier(map, made);
  }

  private static byte[] carrier(FeatureMap map, Provenance made) {
    var empty = new LinearClassifier(0, map, new double[map.size()], 0);
    return ModelFile.encode(new DigitClassifier(List.of(empty), made));
  }
}
