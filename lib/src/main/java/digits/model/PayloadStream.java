package digits.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.StreamCorruptedException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An object stream that knows the classes of one format only, and takes no more memory than its
 * bytes are worth. A class that it does not know is not even looked for.
 */
final class PayloadStream extends ObjectInputStream {

  private static final int MAX_OBJECTS = 5_000;

  /** More than any record of ours has, and few enough to hold in the memory. */
  private static final int MAX_FIELDS = 16;

  private final Map<String, Class<?>> allowed;
  private final int maxDepth;
  private final int maxElements;
  private final int payloadBytes;

  private int objects;
  private long promised;

  /**
   * A stream that has read nothing yet.
   *
   * @param payload all that there is
   * @param allowed classes of the format
   * @param maxDepth objects in objects
   * @param maxElements of one array
   */
  PayloadStream(ByteArrayInputStream payload, Set<Class<?>> allowed, int maxDepth, int maxElements)
      throws IOException {
    super(payload);
    this.allowed = allowed.stream().collect(Collectors.toMap(Class::getName, Function.identity()));
    this.maxDepth = maxDepth;
    this.maxElements = maxElements;
    // The stream's own four bytes are read by now.
    this.payloadBytes = payload.available();
    setObjectInputFilter(this::check);
    enableResolveObject(true);
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass found) throws IOException {
    Class<?> type = allowed.get(found.getName());
    if (type == null) {
      throw new InvalidClassException("it holds a foreign class: " + found.getName());
    }
    if (found.getFields().length > MAX_FIELDS) {
      throw new InvalidClassException(found.getName() + " has too many fields");
    }
    return type;
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
    boolean small =
        found.depth() <= maxDepth
            && found.references() <= MAX_OBJECTS
            && (type == null || !type.isArray() || fits(type.getComponentType(), found));
    return small && (type == null || allowed.containsValue(type))
        ? Status.ALLOWED
        : Status.REJECTED;
  }

  /** All arrays together, also those in arrays, have no more elements than there are bytes for. */
  private boolean fits(Class<?> component, FilterInfo array) {
    long length = array.arrayLength();
    promised += Math.max(0, length) * bytes(component);
    return promised <= payloadBytes
        && length <= (component.isPrimitive() ? maxElements : Math.min(maxElements, MAX_OBJECTS));
  }

  /** What an element takes in the stream, at least. */
  private static int bytes(Class<?> component) {
    if (component == double.class) {
      return Double.BYTES;
    }
    if (component == float.class) {
      return Float.BYTES;
    }
    return component == short.class ? Short.BYTES : 1;
  }
}
