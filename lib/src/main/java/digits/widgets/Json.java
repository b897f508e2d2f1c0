package digits.widgets;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;

/**
 * The kernel's own JSON library, by reflection.
 *
 * <p>The kernel's jar holds Gson under another name than the jar that one compiles against, so what
 * has a Gson type in its signature cannot be called by name. The type is found once, as the first
 * parameter of {@link Comm}'s {@code send}; that works with both jars.
 */
final class Json {

  private static final Method SEND =
      method(Comm.class, "send", 3); // data, metadata, binary attachments
  private static final Class<?> OBJECT = SEND.getParameterTypes()[0];
  private static final Method ENTRIES = method(OBJECT, "entrySet", 0);
  private static final Method ADD = method(OBJECT, "add", 2);
  private static final Method MESSAGE = method(CommMsgCommand.class, "getData", 0);
  private static final Method OPENING = method(CommOpenCommand.class, "getData", 0);
  private static final Object GSON = gson();
  private static final Method WRITE = method(GSON.getClass(), "toJsonTree", 1);
  private static final Method READ =
      method(GSON.getClass(), "fromJson", WRITE.getReturnType(), Class.class);

  private Json() {}

  /** Sends a message with binary attachments to the page. */
  static void send(Comm comm, Map<String, ?> data, List<byte[]> attachments) {
    // The kernel ends a message wrongly when the list is there and empty.
    Object json = call(WRITE, GSON, data);
    List<byte[]> parts = attachments.isEmpty() ? null : attachments;
    Background.write(() -> call(SEND, comm, json, null, parts));
  }

  /** Puts entries into the data of a message that opens a comm. */
  static void addTo(CommOpenCommand opening, Map<String, ?> data) {
    Object target = call(OPENING, opening);
    for (Object entry : (Iterable<?>) call(ENTRIES, call(WRITE, GSON, data))) {
      Map.Entry<?, ?> member = (Map.Entry<?, ?>) entry;
      call(ADD, target, member.getKey(), member.getValue());
    }
  }

  /** The data of a message from the page: maps, lists, texts, doubles, truth values, null. */
  static Map<String, Object> data(CommMsgCommand message) {
    return read(call(MESSAGE, message));
  }

  /** What the kernel would write of a value of its own. */
  static Map<String, Object> tree(Object value) {
    return read(call(WRITE, GSON, value));
  }

  @SuppressWarnings("unchecked") // A JSON object is read as a map from texts.
  private static Map<String, Object> read(Object json) {
    return (Map<String, Object>) call(READ, GSON, json, Map.class);
  }

  private static Object gson() {
    try {
      Class<?> builder =
          Class.forName(OBJECT.getPackageName() + ".GsonBuilder", true, OBJECT.getClassLoader());
      Object made = builder.getConstructor().newInstance();
      call(method(builder, "serializeNulls", 0), made);
      // What is no number is refused elsewhere, in words of our own.
      call(method(builder, "serializeSpecialFloatingPointValues", 0), made);
      return call(method(builder, "create", 0), made);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method method(Class<?> type, String name, int parameters) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type + " has no method " + name));
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(Method method, Object on, Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
