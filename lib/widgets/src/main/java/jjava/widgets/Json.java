// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;

/**
 * Access to the kernel's own Gson by reflection: the released kernel contains it in another package
 * than the jar we compile against. Its {@code JsonObject} class is found as the type of the first
 * parameter of {@link Comm}'s {@code send}, in both jars.
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

  /** Sends a message with binary attachments to the pages. */
  static void send(Comm comm, Map<String, ?> data, List<byte[]> attachments) {
    // For an empty list, the kernel would send a malformed message.
    Object json = call(WRITE, GSON, data);
    List<byte[]> parts = attachments.isEmpty() ? null : attachments;
    Worker.write(() -> call(SEND, comm, json, null, parts));
  }

  /** Adds entries to the data of a comm_open message. */
  static void addTo(CommOpenCommand opening, Map<String, ?> data) {
    Object target = call(OPENING, opening);
    for (Object entry : (Iterable<?>) call(ENTRIES, call(WRITE, GSON, data))) {
      Map.Entry<?, ?> member = (Map.Entry<?, ?>) entry;
      call(ADD, target, member.getKey(), member.getValue());
    }
  }

  /** The data of a message from a page: maps, lists, strings, doubles, booleans and null. */
  static Map<String, Object> data(CommMsgCommand message) {
    return read(call(MESSAGE, message));
  }

  /** The JSON that the kernel would write for an object of its own. */
  static Map<String, Object> tree(Object value) {
    return read(call(WRITE, GSON, value));
  }

  @SuppressWarnings("unchecked") // A JSON object has strings as keys.
  private static Map<String, Object> read(Object json) {
    return (Map<String, Object>) call(READ, GSON, json, Map.class);
  }

  private static Object gson() {
    try {
      Class<?> builder =
          Class.forName(OBJECT.getPackageName() + ".GsonBuilder", true, OBJECT.getClassLoader());
      Object made = builder.getConstructor().newInstance();
      call(method(builder, "serializeNulls"), made);
      // NaN and infinity are rejected earlier, with a clearer message.
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
    } catch (ReflectiveOperationException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    }
  }
}
