package digits.store;

import digits.data.Digit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** Turns a {@link SavedModel1} into bytes and, distrustfully, bytes into a {@link SavedModel1}. */
final class Payload {

  private static final Set<Class<?>> ALLOWED =
      Set.of(
          SavedModel1.class,
          SavedModel1.Classifier[].class,
          SavedModel1.Classifier.class,
          SavedModel1.Origin.class,
          double[].class,
          String[].class,
          String.class);

  private static final int MAX_DEPTH = 8;
  private static final int MAX_OBJECTS = 5_000;
  private static final int MAX_ELEMENTS = Digit.PIXELS;
  private static final int MAX_BYTES = 1 << 20;

  private Payload() {}

  static byte[] write(SavedModel1 saved) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(saved);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads one saved model and nothing else.
   *
   * @throws IOException if the bytes are not exactly that, or hold a class or a size that the
   *     format does not have
   */
  static SavedModel1 read(byte[] payload) throws IOException {
    if (payload.length > MAX_BYTES) {
      throw new StreamCorruptedException(
          String.format(Locale.ROOT, "%,d bytes are more than %,d", payload.length, MAX_BYTES));
    }
    ByteArrayInputStream bytes = new ByteArrayInputStream(payload);
    try (ObjectInputStream in = new ObjectInputStream(bytes)) {
      in.setObjectInputFilter(Payload::check);
      if (!(in.readObject() instanceof SavedModel1 saved)) {
        throw new StreamCorruptedException("it is something else");
      }
      if (bytes.available() > 0) {
        throw new StreamCorruptedException(bytes.available() + " bytes follow the model");
      }
      return saved;
    } catch (ClassNotFoundException e) {
      throw new InvalidClassException(e.getMessage(), "not a class of this library");
    }
  }

  private static Status check(FilterInfo found) {
    Class<?> type = found.serialClass();
    boolean small =
        found.depth() <= MAX_DEPTH
            && found.references() <= MAX_OBJECTS
            && found.arrayLength() <= MAX_ELEMENTS
            && found.streamBytes() <= MAX_BYTES;
    return small && (type == null || ALLOWED.contains(type)) ? Status.ALLOWED : Status.REJECTED;
  }
}
