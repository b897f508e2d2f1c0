package digits.widgets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * A model in the page, mirrored in the kernel: a state of named values that both sides change, and
 * messages in both directions.
 *
 * <p>A value is a finite number, a text, a truth value, null, a byte array, a widget, or a list or
 * map of these; anything else is refused, and so is a widget within itself. All numbers that come
 * from the page are {@link Double}. Which values there are is up to the front-end.
 *
 * <p>Any thread may change a widget. Callbacks run on the thread that runs the cells, so they wait
 * while a cell runs, and the next cell waits for them: long work belongs in {@link Background}.
 * Whatever a callback throws is shown next to the widget.
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

  static final String BASE = "@jupyter-widgets/base";
  static final String CONTROLS = "@jupyter-widgets/controls";

  /** The version of both. */
  static final String VERSION = "2.0.0";

  private final State state;
  private final Map<String, List<Consumer<Object>>> observers = new ConcurrentHashMap<>();
  private final List<BiConsumer<Map<String, Object>, List<byte[]>>> receivers =
      new CopyOnWriteArrayList<>();
  private final List<Runnable> atClose = new CopyOnWriteArrayList<>();
  private final ModelComm comm;
  private volatile Optional<Widget> parent = Optional.empty();
  private volatile boolean closed;

  /** What runs because a page asked for it; it may fail in any way. */
  interface Callback {
    void run() throws Throwable;
  }

  /**
   * Makes the model in the pages.
   *
   * @param module the front-end's module that has the model and the view
   * @param version the version of the module, as npm writes ranges
   * @param initial the rest of the state
   */
  @SuppressWarnings("this-escape") // The model is known to the kernel when its state is complete.
  protected Widget(
      String module, String version, String model, String view, Map<String, ?> initial) {
    state = new State(module, version, model, view, initial);
    comm = ModelComm.open(BaseKernel.notebookKernel().getCommManager(), this, state());
  }

  /** The id of the model, the same in the kernel and in all pages. */
  public final String id() {
    return comm.getID();
  }

  /** A value of the state, or null if there is none of this name. */
  public final Object get(String key) {
    return state.get(key);
  }

  /** A copy of the state. */
  final Map<String, Object> state() {
    return state.sound();
  }

  /**
   * Changes a value, here and in all pages. A number, text or truth value that is there already is
   * not sent.
   */
  public final void set(String key, Object value) {
    set(Collections.singletonMap(key, value));
  }

  /**
   * Changes several values by one message.
   *
   * @throws IllegalArgumentException if one of them makes no sense: then none is changed
   */
  public final void set(Map<String, ?> values) {
    Needed.of(values, "A map of values");
    synchronized (state) {
      Map<String, Object> changes = state.changes(values, this::settle);
      Buffers parts = Buffers.split(changes);
      parts.widgets().forEach(this::checkNoRing);
      state.put(changes);
      if (!changes.isEmpty() && !closed) {
        comm.state("update", parts);
      }
    }
  }

  /** Brings the values that are about to hold into order, or refuses them by an exception. */
  void settle(Map<String, Object> values) {}

  /** The widgets that a page draws within this one. */
  List<Widget> parts() {
    return Buffers.split(state()).widgets();
  }

  /** A page that draws a widget within itself would never end. */
  final void checkNoRing(Widget part) {
    Set<Widget> met = new HashSet<>();
    Deque<Widget> open = new ArrayDeque<>(List.of(part));
    while (!open.isEmpty()) {
      Widget next = open.pop();
      if (next == this) {
        throw new IllegalArgumentException(
            "A widget cannot be put into itself, or into one that it holds; nothing was changed.");
      }
      if (met.add(next)) {
        open.addAll(next.parts());
      }
    }
  }

  /** Listens to changes of a value that come from a page, not to those made by {@link #set}. */
  public final void observe(String key, Consumer<Object> observer) {
    observers
        .computeIfAbsent(Needed.of(key, "A name"), k -> new CopyOnWriteArrayList<>())
        .add(Needed.of(observer, "A listener"));
  }

  /** Sends a message, which is not part of the state, and the bytes attached to it to all pages. */
  public final void send(Map<String, ?> content, byte[]... attachments) {
    if (!closed) {
      comm.custom(
          Needed.of(content, "A map of values"),
          Arrays.asList(Needed.of(attachments, "A list of attachments")));
    }
  }

  /** Listens to such messages from a page: their content and the attached bytes. */
  public final void onMessage(BiConsumer<Map<String, Object>, List<byte[]>> receiver) {
    receivers.add(Needed.of(receiver, "A listener"));
  }

  /** Listens to the end of the widget, whether the kernel or a page closes it. */
  public final void onClose(Runnable listener) {
    atClose.add(Needed.of(listener, "A listener"));
  }

  /** Takes the widget out of all pages. A second time changes nothing. */
  public final void close() {
    comm.end();
  }

  /** Whether the kernel or a page has closed the widget. */
  public final boolean isClosed() {
    return closed;
  }

  /** Remembers the widget that this one was put into last. */
  final void parent(Widget widget) {
    parent = Optional.of(widget);
  }

  /**
   * Whether a page may change a value of the state to another one. What is refused stays as it is,
   * and the page is told so. All is refused, unless the kind of widget says otherwise.
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
      comm.state("echo_update", Buffers.split(now)); // First, since what cannot be told must go.
      state.put(taken);
    }
    taken.forEach(
        (key, value) -> observers.getOrDefault(key, List.of()).forEach(o -> o.accept(value)));
    if (taken.size() < wanted.size()) {
      wanted.keySet().removeAll(taken.keySet());
      throw new IllegalArgumentException(
          String.join(", ", wanted.keySet()) + " cannot be set to this; the old value stays.");
    }
  }

  final void received(Map<String, Object> content, List<byte[]> attachments) {
    receivers.forEach(receiver -> receiver.accept(content, new ArrayList<>(attachments)));
  }

  final void closed() {
    closed = true;
    atClose.forEach(listener -> guard(listener::run));
  }

  /** Runs a callback; whatever it throws is shown until the next one succeeds. */
  final void guard(Callback callback) {
    try {
      callback.run();
      ended(Optional.empty());
    } catch (Throwable failure) { // An Error that leaves here would end the kernel's loop.
      ended(Optional.of(failure));
    }
  }

  /**
   * Shows how a callback has ended, in the widget that a cell shows and that has this one in it.
   */
  void ended(Optional<Throwable> failure) {
    parent
        .filter(p -> p.parts().contains(this))
        .ifPresentOrElse(
            p -> p.ended(failure),
            () -> failure.ifPresent(thrown -> System.err.println(Still.failure(thrown).text())));
  }
}
