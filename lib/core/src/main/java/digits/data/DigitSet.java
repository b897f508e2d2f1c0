package digits.data;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many digits in one block of memory, in a fixed order. Immutable; a {@link List} of its digits.
 *
 * <p>A digit keeps its {@link Digit#index} when it is taken into a smaller set, so that it can be
 * found again in its file.
 */
public final class DigitSet extends AbstractList<Digit> implements RandomAccess, DigitSource {

  private static final long serialVersionUID = 1;

  private final String name;
  private final byte[] pixels;
  private final byte[] labels;
  private final int[] indices;

  private DigitSet(String name, byte[] pixels, byte[] labels, int[] indices) {
    this.name = name;
    this.pixels = pixels;
    this.labels = labels;
    this.indices = indices;
  }

  /**
   * A set of digits.
   *
   * @param name what to call it, such as "MNIST test"
   * @param pixels 784 bytes per digit, one digit after the other, each row-major; not copied, so it
   *     must not be changed afterwards
   * @param labels one byte per digit, 0 to 9; not copied
   * @throws IllegalArgumentException if the two lengths do not fit, or a label is out of range
   */
  public static DigitSet of(String name, byte[] pixels, byte[] labels) {
    if (pixels.length != (long) labels.length * Digit.PIXELS) {
      String wrong = "%,d labels need %,d pixels (784 each), not %,d";
      long needed = (long) labels.length * Digit.PIXELS;
      throw new IllegalArgumentException(Message.of(wrong, labels.length, needed, pixels.length));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] > 9) {
        throw new IllegalArgumentException(
            "a label is 0 to 9, not " + (labels[i] & 0xFF) + ", at digit " + i);
      }
    }
    return new DigitSet(name, pixels, labels, IntStream.range(0, labels.length).toArray());
  }

  /**
   * A set of digits that nobody has labelled, such as those on a page.
   *
   * @param pixels 784 bytes per digit, as for {@link #of}
   * @throws IllegalArgumentException if they are not a whole number of digits
   */
  public static DigitSet unlabelled(String name, byte[] pixels) {
    byte[] labels = new byte[pixels.length / Digit.PIXELS];
    DigitSet digits = of(name, pixels, labels);
    Arrays.fill(labels, (byte) Digit.UNLABELLED);
    return digits;
  }

  /**
   * The same digits with other labels.
   *
   * @param text one character per digit, 0 to 9, such as what is written on a page
   * @throws IllegalArgumentException if the text has another length, or other characters
   */
  public DigitSet labelled(String text) {
    if (text.length() != size()) {
      throw new IllegalArgumentException(
          Message.of("%s has %,d digits, not %,d", name, size(), text.length()));
    }
    byte[] others = new byte[size()];
    for (int place = 0; place < others.length; place++) {
      others[place] = (byte) (text.charAt(place) - '0');
    }
    return of(name, pixels, others);
  }

  /** The same digits with another question: label 1 where the answer is yes, 0 where it is no. */
  public DigitSet asked(Predicate<Digit> question) {
    return labelled(
        stream().map(digit -> question.test(digit) ? "1" : "0").collect(Collectors.joining()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public Digit get(int place) {
    Objects.checkIndex(place, size());
    return Digit.at(indices[place], labels[place], pixels, place * Digit.PIXELS);
  }

  /**
   * The label of the digit at a place, 0 to 9.
   *
   * @throws IllegalStateException if it is unlabelled
   */
  public int label(int place) {
    if (labels[place] == Digit.UNLABELLED) {
      String wrong = "digit %d of %s has no label, so it cannot be learnt from or checked";
      throw new IllegalStateException(Message.of(wrong, indices[place], name));
    }
    return labels[place];
  }

  /**
   * How often each digit occurs: ten counts, for 0 to 9.
   *
   * @throws IllegalStateException if a digit is unlabelled
   */
  public int[] counts() {
    int[] counts = new int[10];
    for (int place = 0; place < labels.length; place++) {
      counts[label(place)]++;
    }
    return counts;
  }

  @Override
  public int[] classes() {
    int[] counts = counts();
    return IntStream.range(0, 10).filter(digit -> counts[digit] > 0).toArray();
  }

  @Override
  public long count() {
    return size();
  }

  @Override
  public DigitSet read(long first, int count) {
    return select(IntStream.range(0, count).map(i -> Math.toIntExact(first + i)));
  }

  /** The first digits of this set, which must have at least as many. */
  public DigitSet head(int count) {
    checkCount(this, count);
    return read(0, count);
  }

  /**
   * Digits drawn at random, without replacement, in the order drawn; the same for the same seed.
   *
   * @throws IllegalArgumentException if there are fewer
   */
  @Override
  public DigitSet sample(int count, long seed) {
    checkCount(this, count);
    int[] places = IntStream.range(0, size()).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i, places.length);
      int swap = places[i];
      places[i] = places[j];
      places[j] = swap;
    }
    return select(IntStream.of(places).limit(count));
  }

  /** One digit of a set that is not empty, drawn at random; the same for the same seed. */
  public Digit random(long seed) {
    return sample(1, seed).get(0);
  }

  /** Only the digits with certain labels, each 0 to 9, in the same order. */
  public DigitSet only(int... wanted) {
    for (int label : wanted) {
      if (label < 0 || label > 9) {
        throw new IllegalArgumentException("a label is 0 to 9, not " + label);
      }
    }
    return select(
        IntStream.range(0, size())
            .filter(place -> IntStream.of(wanted).anyMatch(w -> w == labels[place])));
  }

  /** The digits at certain places, each 0 to {@code size() - 1}, in the order given. */
  public DigitSet select(IntStream places) {
    int[] chosen = places.map(place -> Objects.checkIndex(place, size())).toArray();
    byte[] chosenPixels = new byte[Math.multiplyExact(chosen.length, Digit.PIXELS)];
    byte[] chosenLabels = new byte[chosen.length];
    int[] chosenIndices = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      int from = chosen[i] * Digit.PIXELS;
      System.arraycopy(pixels, from, chosenPixels, i * Digit.PIXELS, Digit.PIXELS);
      chosenLabels[i] = labels[chosen[i]];
      chosenIndices[i] = indices[chosen[i]];
    }
    return new DigitSet(name, chosenPixels, chosenLabels, chosenIndices);
  }

  /**
   * The digits of this set, then those of another, named after both if their names differ. Each
   * digit keeps its index.
   */
  public DigitSet and(DigitSet more) {
    String both = name.equals(more.name) ? name : name + " and " + more.name;
    return joined(both, List.of(this, more));
  }

  /** The digits of several sets, one set after the other. */
  static DigitSet joined(String name, List<DigitSet> sets) {
    int[] all = sets.stream().flatMapToInt(set -> IntStream.of(set.indices)).toArray();
    ByteBuffer allPixels = ByteBuffer.allocate(Math.multiplyExact(all.length, Digit.PIXELS));
    ByteBuffer allLabels = ByteBuffer.allocate(all.length);
    for (DigitSet set : sets) {
      allPixels.put(set.pixels);
      allLabels.put(set.labels);
    }
    return new DigitSet(name, allPixels.array(), allLabels.array(), all);
  }

  /** The SHA-256 of all pixels in their order, then all labels, in hexadecimal. */
  @Override
  public String checksum() {
    return Sha256.hex(pixels, labels);
  }

  static void checkCount(DigitSource source, int count) {
    if (count < 0 || count > source.count()) {
      throw new IllegalArgumentException(
          Message.of("%s has %,d digits, not %,d", source.name(), source.count(), count));
    }
  }

  @Override
  public String toString() {
    return Message.of("%s: %,d digits", name, size());
  }
}
