package digits.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a {@link SavedModel} into bytes and, distrustfully, bytes into a {@link SavedModel}. A
 * class that is not of the format is not even looked for, and no memory is taken for more than the
 * bytes are worth.
 */
final class Payload extends ObjectInputStream {

  /** The classes of the format by their names. */
  private static final Map<String, Class<?>> CLASSES =
      Stream.of(
              SavedModel.class,
              SavedModel.Origin.class,
              SavedFeatures.class,
              String[].class,
              double[][].class,
              float[][].class,
              short[][].class,
              double[].class,
              float[].class,
              int[].class,
              short[].class)
          .collect(Collectors.toMap(Class::getName, Function.identity()));

  private static final int MAX_DEPTH = 4;
  private static final int MAX_OBJECTS = 5_000;

  private final ByteArrayInputStream left;
  private int objects;

  private Payload(ByteArrayInputStream bytes) throws IOException {
    super(bytes);
    left = bytes;
    setObjectInputFilter(this::check);
    enableResolveObject(true);
  }

  static byte[] encode(SavedModel saved) {
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
  static SavedModel decode(byte[] payload) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(payload);
    try (Payload in = new Payload(bytes)) {
      if (!(in.readObject() instanceof SavedModel saved)) {
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

  @Override
  protected Class<?> resolveClass(ObjectStreamClass found) throws IOException {
    Class<?> type = CLASSES.get(found.getName());
    if (type == null) {
      throw new InvalidClassException("it holds a foreign class: " + found.getName());
    }
    if (!fields(found).equals(fields(ObjectStreamClass.lookup(type)))) {
      throw new InvalidClassException(found.getName() + " has other fields");
    }
    return type;
  }

  private static String fields(ObjectStreamClass type) {
    return Arrays.toString(type.getFields());
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
    throw new InvalidClassException("it holds a foreign class: a proxy");
  }

  /** The filter is not asked about texts, but this is. */
  @Override
  protected Object resolveObject(Object found) throws IOException {
    objects++;
    if (objects > MAX_OBJECTS) {
      throw new StreamCorruptedException("there are more than 5,000 objects");
    }
    return found;
  }

  private Status check(FilterInfo found) {
    Class<?> type = found.serialClass();
    boolean fits =
        found.depth() <= MAX_DEPTH
            && found.references() <= MAX_OBJECTS
            && (type == null || !type.isArray() || fits(type.getComponentType(), found));
    return fits ? Status.ALLOWED : Status.REJECTED;
  }

  /** Before an array is made, its elements have to be there: no number takes less than a short. */
  private boolean fits(Class<?> component, FilterInfo array) {
    int most = component.isPrimitive() ? left.available() / Short.BYTES : MAX_OBJECTS;
    return array.arrayLength() <= most;
  }
}
