package digits.widgets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * A model in the page, mirrored in the kernel: a state of named values that both sides change, and
 * messages in both directions.
 *
 * <p>A value is a number, a text, a truth value, null, a byte array, a widget, or a list or map of
 * such. From the page all numbers come as {@link Double}. What the page shows and understands is up
 * to the front-end whose names are in the state.
 *
 * <p>Any thread may change a widget. Callbacks run on the thread that runs the cells, so they wait
 * while a cell runs, and the next cell waits for them: what takes long belongs in {@link
 * Background}. Whatever a callback throws is shown next to the widget.
 *
 * <p>A widget lives until {@link #close()}, until the cell that made it is run again and makes
 * widgets, or is deleted, or until the kernel ends. A closed widget keeps its state but talks to no
 * page.
 *
 * @see <a
 *     href="https://github.com/jupyter-widgets/ipywidgets/blob/main/packages/schema/messages.md">the
 *     protocol, version 2.1</a>
 */
public class Widget {

  private final Map<String, Object> state = new LinkedHashMap<>();
  private final Map<String, List<Consumer<Object>>> observers = new ConcurrentHashMap<>();
  private final List<BiConsumer<Map<String, Object>, List<byte[]>>> receivers =
      new CopyOnWriteArrayList<>();
  private final List<Runnable> atClose = new CopyOnWriteArrayList<>();
  private final ModelComm comm;
  private volatile Optional<Widget> parent = Optional.empty();
  private volatile boolean closed;

  /**
   * Makes the model in the pages.
   *
   * @param module the front-end's module that has the model, such as {@code @jupyter-widgets/base}
   * @param version the version of the module, as npm writes ranges
   * @param model the name of the model in that module
   * @param view the name of the view in that module
   * @param initial the rest of the state
   */
  @SuppressWarnings("this-escape") // The model is known to the kernel when its state is complete.
  protected Widget(
      String module, String version, String model, String view, Map<String, ?> initial) {
    state.put("_model_module", module);
    state.put("_model_module_version", version);
    state.put("_model_name", model);
    state.put("_view_module", module);
    state.put("_view_module_version", version);
    state.put("_view_name", view);
    state.putAll(initial);
    comm = ModelComm.open(BaseKernel.notebookKernel().getCommManager(), this, state);
  }

  /**
   * Names the widget.
   *
   * @return the id of the model, the same in the kernel and in all pages
   */
  public final String id() {
    return comm.getID();
  }

  /** What stands for the widget in the state of another one. */
  final String reference() {
    return "IPY_MODEL_" + id();
  }

  /**
   * A value of the state.
   *
   * @param key its name
   * @return the value, or null if there is none
   */
  public final Object get(String key) {
    synchronized (state) {
      return state.get(key);
    }
  }

  /** A copy of the state. */
  final Map<String, Object> state() {
    synchronized (state) {
      return new LinkedHashMap<>(state);
    }
  }

  /**
   * Changes a value, here and in all pages.
   *
   * @param key its name
   * @param value the new value; a number, text or truth value that is there already is not sent
   */
  public final void set(String key, Object value) {
    set(Collections.singletonMap(key, value));
  }

  /**
   * Changes several values by one message.
   *
   * @param values names and new values
   */
  public final void set(Map<String, ?> values) {
    synchronized (state) {
      Map<String, Object> changes = new LinkedHashMap<>(values);
      changes.entrySet().removeIf(e -> isThere(e.getKey(), e.getValue()));
      state.putAll(changes);
      if (!changes.isEmpty() && !closed) {
        comm.state("update", changes);
      }
    }
  }

  private boolean isThere(String key, Object value) {
    Object old = state.get(key);
    if (old instanceof Number a && value instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    return state.containsKey(key)
        && (value == null || value instanceof String || value instanceof Boolean)
        && Objects.equals(old, value);
  }

  /**
   * Listens to changes that come from a page. Those made by {@link #set} are not told.
   *
   * @param key the name of a value
   * @param observer is given each new value
   */
  public final void observe(String key, Consumer<Object> observer) {
    observers.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add(observer);
  }

  /**
   * Sends a message that is no state to all pages.
   *
   * @param content what the front-end understands
   * @param attachments bytes that go with it
   */
  public final void send(Map<String, ?> content, byte[]... attachments) {
    if (!closed) {
      comm.custom(content, List.of(attachments));
    }
  }

  /**
   * Listens to messages from a page that are no state.
   *
   * @param receiver is given the content and the attached bytes
   */
  public final void onMessage(BiConsumer<Map<String, Object>, List<byte[]>> receiver) {
    receivers.add(receiver);
  }

  /**
   * Listens to the end of the widget.
   *
   * @param listener is called once, when the widget is closed from either side
   */
  public final void onClose(Runnable listener) {
    atClose.add(listener);
  }

  /** Takes the widget out of all pages. A second time changes nothing. */
  public final void close() {
    Background.write(comm::close);
  }

  /**
   * Whether the widget is closed.
   *
   * @return true after {@link #close()}, or after a page closed it
   */
  public final boolean isClosed() {
    return closed;
  }

  /** Says into which widget this one was put, the last time. */
  final void parent(Widget widget) {
    parent = Optional.of(widget);
  }

  /**
   * Whether a page may change a value of the state to another one. What is refused stays as it is,
   * and the page is told so.
   *
   * @param key the name of the value
   * @param value what the page wants
   * @return true if nothing breaks by it; false for all, unless the kind of widget says otherwise
   */
  protected boolean accepts(String key, Object value) {
    return false;
  }

  /**
   * Takes over what a page may change, tells all pages what holds now, and then the observers.
   *
   * @throws IllegalArgumentException at last, if there was something that it may not change
   */
  final void changed(Map<String, Object> wanted) {
    Map<String, Object> taken = new LinkedHashMap<>(wanted);
    synchronized (state) {
      taken.entrySet().removeIf(e -> !accepts(e.getKey(), e.getValue()));
      Map<String, Object> now = state();
      now.keySet().retainAll(wanted.keySet());
      now.putAll(taken);
      comm.state("echo_update", now); // First, since what cannot be told must not be kept.
      state.putAll(taken);
    }
    taken.forEach(
        (key, value) -> observers.getOrDefault(key, List.of()).forEach(o -> o.accept(value)));
    if (taken.size() < wanted.size()) {
      wanted.keySet().removeAll(taken.keySet());
      throw new IllegalArgumentException(
          "The page cannot change " + String.join(", ", wanted.keySet()) + " so: all stays.");
    }
  }

  final void received(Map<String, Object> content, List<byte[]> attachments) {
    receivers.forEach(receiver -> receiver.accept(content, new ArrayList<>(attachments)));
  }

  final void closed() {
    closed = true;
    atClose.forEach(listener -> guard(listener::run));
  }

  /**
   * Runs a callback; whatever it throws is shown, and shown no longer when the next one is well.
   */
  final void guard(Background.Work callback) {
    try {
      callback.run();
      frame().ifPresent(Frame::well);
    } catch (Throwable failure) { // An Error that leaves here would end the kernel's loop.
      frame().ifPresentOrElse(f -> f.failed(failure), () -> System.err.println(failure));
    }
  }

  /** What was displayed and has this widget in it, if anything. */
  Optional<Frame> frame() {
    return parent.flatMap(Widget::frame);
  }
}
