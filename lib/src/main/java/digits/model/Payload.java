package digits.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a {@link SavedModel} into bytes and, distrustfully, bytes into a {@link SavedModel}. */
enum Payload {

  /** Format version 1. */
  VERSION_1(SavedModel1.class, 8, 784, 1 << 20),

  /** Format version 2. */
  VERSION_2(
      SavedModel2.class,
      Payload.MOST_LEVELS,
      1 << 25,
      Envelope.MAX_PAYLOAD,
      Stream.concat(
          Stream.of(
              SavedFeatures2.class,
              SavedMatrix.class,
              SavedWarps.class,
              float[].class,
              short[].class),
          Stream.of(SavedFeatures2.class.getPermittedSubclasses())));

  /** Objects in objects, in the newest version. */
  static final int MOST_LEVELS = 24;

  private final Class<? extends SavedModel> root;
  private final int maxDepth;
  private final int maxElements;
  private final int maxBytes;
  private final Set<Class<?>> allowed;

  Payload(Class<? extends SavedModel> root, int maxDepth, int maxElements, int maxBytes) {
    this(root, maxDepth, maxElements, maxBytes, Stream.empty());
  }

  Payload(
      Class<? extends SavedModel> root,
      int maxDepth,
      int maxElements,
      int maxBytes,
      Stream<Class<?>> further) {
    this.root = root;
    this.maxDepth = maxDepth;
    this.maxElements = maxElements;
    this.maxBytes = maxBytes;
    Stream<Class<?>> always =
        Stream.of(
            root,
            SavedModel.class,
            SavedModel1.Classifier[].class,
            SavedModel1.Classifier.class,
            SavedModel1.Origin.class,
            double[].class,
            String[].class,
            String.class);
    this.allowed = Stream.concat(always, further).collect(Collectors.toUnmodifiableSet());
  }

  static byte[] write(SavedModel saved) {
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
  SavedModel read(byte[] payload) throws IOException {
    if (payload.length > maxBytes) {
      throw new StreamCorruptedException(
          String.format(Locale.ROOT, "%,d bytes are more than %,d", payload.length, maxBytes));
    }
    ByteArrayInputStream bytes = new ByteArrayInputStream(payload);
    try (ObjectInputStream in = new PayloadStream(bytes, allowed, maxDepth, maxElements)) {
      Object object = in.readObject();
      if (!root.isInstance(object)) {
        throw new StreamCorruptedException("it is something else");
      }
      if (bytes.available() > 0) {
        throw new StreamCorruptedException(bytes.available() + " bytes follow the model");
      }
      return root.cast(object);
    } catch (ClassNotFoundException e) {
      throw new InvalidClassException(e.getMessage(), "not a class of this library");
    }
  }
}
