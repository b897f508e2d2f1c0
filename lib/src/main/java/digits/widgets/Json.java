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
 * The kernel's own JSON library, by reflection: the kernel's jar holds Gson under another name than
 * the jar that one compiles against. Its type of objects is found as the first parameter of {@link
 * Comm}'s {@code send}, which works with both jars.
 */
final class Json {

  private static final Method SEND = // data, metadata, binary attachments
      Arrays.stream(Comm.class.getMethods())
          .filter(m -> m.getName().equals("send") && m.getParameterCount() == 3)
          .findFirst()
          .orElseThrow();
  private static final Class<?> OBJECT = SEND.getParameterTypes()[0];
  private static final Method MESSAGE = method(CommMsgCommand.class, "getData");
  private static final Method OPENING = method(CommOpenCommand.class, "getData");
  private static final Object GSON = gson();
  private static final Method WRITE = method(GSON.getClass(), "toJsonTree", Object.class);
  private static final Class<?> ELEMENT = WRITE.getReturnType();
  private static final Method READ = method(GSON.getClass(), "fromJson", ELEMENT, Class.class);
  private static final Method ENTRIES = method(OBJECT, "entrySet");
  private static final Method ADD = method(OBJECT, "add", String.class, ELEMENT);

  private Json() {}

  /** Sends a message with binary attachments to the page. */
  static void send(Comm comm, Map<String, ?> data, List<byte[]> attachments) {
    // The kernel ends a message wrongly when the list is there and empty.
    Object json = call(WRITE, GSON, data);
    List<byte[]> parts = attachments.isEmpty() ? null : attachments;
    Worker.write(() -> call(SEND, comm, json, null, parts));
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
      call(method(builder, "serializeNulls"), made);
      // What is no number is refused elsewhere, in words of our own.
      call(method(builder, "serializeSpecialFloatingPointValues"), made);
      return call(method(builder, "create"), made);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
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
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
