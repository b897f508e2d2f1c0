// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

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
import org.dflib.jjava.jupyter.kernel.comm.CommManager;

/**
 * A model that exists both in the kernel and in the pages. The two sides share a state of named
 * values and exchange messages.
 *
 * <p>A value is a finite number, a string, a boolean, null, a byte array, a widget, or a list or
 * map of these. Anything else is rejected, and so is a widget inside itself. All numbers that come
 * from a page are {@link Double}. The names of the values are defined by the front-end.
 *
 * <p>Any thread may change a widget. Callbacks run on the thread that runs the cells: they wait for
 * a running cell, and the next cell waits for them, so long work belongs in a {@link Background}
 * task. An exception in a callback is shown below the widget.
 *
 * <p>A widget lives until {@link #close()}, until the cell that created it is deleted or creates
 * widgets again, or until the kernel stops. A closed widget keeps its state but is no longer
 * connected to any page.
 *
 * @see <a
 *     href="https://github.com/jupyter-widgets/ipywidgets/blob/main/packages/schema/messages.md">the
 *     widget messaging protocol, version 2.1</a>
 */
public class Widget extends Model {

  static final String BASE = "@jupyter-widgets/base";
  static final String CONTROLS = "@jupyter-widgets/controls";
  static final String VERSION = "2.0.0";

  private final State state;
  private final Map<String, List<Consumer<Object>>> observers = new ConcurrentHashMap<>();
  private final List<BiConsumer<Map<String, Object>, List<byte[]>>> receivers =
      new CopyOnWriteArrayList<>();
  private final List<Runnable> atClose = new CopyOnWriteArrayList<>();
  private final ModelComm comm;
  private volatile Optional<Widget> parent = Optional.empty();
  private volatile boolean closed;

  /**
   * Creates the model in all pages.
   *
   * @param module the front-end module that contains the model and the view
   * @param version the version of the module, as an npm range
   * @param initial the rest of the initial state
   */
  @SuppressWarnings("this-escape") // The state is complete before the kernel knows the model.
  protected Widget(
      String module, String version, String model, String view, Map<String, ?> initial) {
    state = new State(module, version, model, view, initial);
    CommManager manager = BaseKernel.notebookKernel().getCommManager();
    ControlComm.listen(manager);
    comm = ModelComm.open(manager, this, state());
  }

  /** The ID of the model, the same in the kernel and in all pages. */
  @Override
  public final String id() {
    return comm.getID();
  }

  /** A value of the state, or null if there is none with this name. */
  public final Object get(String key) {
    return state.get(key);
  }

  @Override
  final Map<String, Object> state() {
    return state.sound();
  }

  /**
   * Sets a value, here and in all pages. An unchanged number, string or boolean is not sent again.
   */
  public final void set(String key, Object value) {
    set(Collections.singletonMap(key, value));
  }

  /**
   * Sets several values in one message.
   *
   * @throws IllegalArgumentException if one of them is invalid; then nothing is changed
   */
  public final void set(Map<String, ?> values) {
    Needed.of(values, "A map of values");
    synchronized (state) {
      Map<String, Object> changes = state.changes(values, this::settle);
      Buffers parts = Buffers.split(changes);
      parts.models().forEach(this::checkNoRing);
      state.put(changes);
      if (!changes.isEmpty() && !closed) {
        comm.state("update", parts);
      }
    }
  }

  /** Adjusts the values about to be set, or rejects them with an exception. */
  void settle(Map<String, Object> values) {}

  @Override
  List<? extends Model> parts() {
    return Buffers.split(state()).models();
  }

  /** A page would never finish drawing a widget inside itself. */
  final void checkNoRing(Model part) {
    Set<Model> met = new HashSet<>();
    Deque<Model> open = new ArrayDeque<>(List.of(part));
    while (!open.isEmpty()) {
      Model next = open.pop();
      if (next == this) {
        throw new IllegalArgumentException(
            "A widget cannot contain itself, directly or indirectly; nothing was changed.");
      }
      if (met.add(next)) {
        open.addAll(next.parts());
      }
    }
  }

  /** Calls the observer when a page changes a value, but not when {@link #set} does. */
  public final void observe(String key, Consumer<Object> observer) {
    observers
        .computeIfAbsent(Needed.of(key, "A name"), k -> new CopyOnWriteArrayList<>())
        .add(Needed.of(observer, "A listener"));
  }

  /** Sends a message with attached bytes to all pages. It is not part of the state. */
  public final void send(Map<String, ?> content, byte[]... attachments) {
    if (!closed) {
      comm.custom(
          Needed.of(content, "A map of values"),
          Arrays.asList(Needed.of(attachments, "A list of attachments")));
    }
  }

  /** Calls the receiver with the content and the attached bytes of each message from a page. */
  public final void onMessage(BiConsumer<Map<String, Object>, List<byte[]>> receiver) {
    receivers.add(Needed.of(receiver, "A listener"));
  }

  /** Calls the listener when the widget is closed, by the kernel or by a page. */
  public final void onClose(Runnable listener) {
    atClose.add(Needed.of(listener, "A listener"));
  }

  /** Removes the widget from all pages. Closing it again has no effect. */
  @Override
  public final void close() {
    comm.end();
  }

  /** Whether the kernel or a page has closed the widget. */
  public final boolean isClosed() {
    return closed;
  }

  /** Sets the widget that this one was last put into. */
  final void parent(Widget widget) {
    parent = Optional.of(widget);
  }

  /**
   * Whether a page may set a value of the state. If not, the value stays as it is and the page is
   * sent the old one. By default, every change is rejected.
   */
  protected boolean accepts(String key, Object value) {
    return false;
  }

  /**
   * Applies the changes that the page may make, and notifies all pages and then the observers.
   *
   * @throws IllegalArgumentException at the end, if a change was rejected
   */
  @Override
  final void changed(Map<String, Object> wanted) {
    Map<String, Object> taken = new LinkedHashMap<>(wanted);
    synchronized (state) {
      taken.entrySet().removeIf(e -> !accepts(e.getKey(), e.getValue()));
      Map<String, Object> now = state();
      now.keySet().retainAll(wanted.keySet());
      now.putAll(taken);
      comm.state("echo_update", Buffers.split(now)); // First: it throws if a value cannot be sent.
      state.put(taken);
    }
    taken.forEach(
        (key, value) -> observers.getOrDefault(key, List.of()).forEach(o -> o.accept(value)));
    if (taken.size() < wanted.size()) {
      wanted.keySet().removeAll(taken.keySet());
      throw new IllegalArgumentException(
          String.join(", ", wanted.keySet()) + " cannot be set to this; the old value is kept.");
    }
  }

  @Override
  final void received(Map<String, Object> content, List<byte[]> attachments) {
    receivers.forEach(receiver -> receiver.accept(content, new ArrayList<>(attachments)));
  }

  @Override
  final void closed() {
    closed = true;
    atClose.forEach(listener -> guard(listener::run));
  }

  /** Runs a callback; what it throws is shown until the next callback succeeds. */
  @Override
  final void guard(Callback callback) {
    try {
      callback.run();
      ended(Optional.empty());
    } catch (Throwable failure) { // An Error that leaves here would end the kernel's loop.
      ended(Optional.of(failure));
    }
  }

  /**
   * Shows or clears the failure of a callback, below the displayed widget that contains this one.
   */
  void ended(Optional<Throwable> failure) {
    parent
        .filter(p -> p.parts().contains(this))
        .ifPresentOrElse(
            p -> p.ended(failure),
            () -> failure.ifPresent(thrown -> System.err.println(Still.failure(thrown).text())));
  }
}
