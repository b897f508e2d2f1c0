package digits.widgets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;

/**
 * The line between a widget and its models in the pages. The kernel's list of open comms is the
 * list of the widgets alive: there is no other.
 */
final class ModelComm extends Comm {

  private static final String TARGET = "jupyter.widget";
  private static final String PROTOCOL = "2.1.0";

  private final CommManager manager;
  private final Widget widget;
  private final Optional<Cell> cell;

  private ModelComm(
      CommManager manager, String id, String target, Widget widget, Optional<Cell> cell) {
    super(manager, id, target);
    this.manager = manager;
    this.widget = widget;
    this.cell = cell;
  }

  /** Makes the widget's model in the pages, and closes those of earlier runs of the same cell. */
  static ModelComm open(CommManager manager, Widget widget, Map<String, Object> state) {
    if (Worker.isCurrent()) {
      throw new IllegalStateException(
          "A widget cannot be made by work in the background: make it in a cell or in a callback,"
              + " and change it from the background.");
    }
    Buffers parts = Buffers.split(state);
    ControlComm.listen(manager);
    Optional<Cell> cell = cell(manager);
    cell.ifPresent(now -> closeOutdated(manager, now));
    ModelComm comm =
        manager.openComm(
            TARGET,
            (m, id, target, message) -> {
              Json.addTo(
                  message.getContent(), Map.of("state", parts.json(), "buffer_paths", List.of()));
              message.getNonNullMetadata().put("version", PROTOCOL);
              return new ModelComm(m, id, target, widget, cell);
            });
    if (comm == null) {
      throw new IllegalStateException("The kernel has no connection to a page yet.");
    }
    if (!parts.bytes().isEmpty()) {
      // The kernel cannot attach bytes to the message that opens a comm.
      Map<String, Object> withBytes = new LinkedHashMap<>();
      parts.paths().forEach(path -> withBytes.put((String) path.get(0), state.get(path.get(0))));
      comm.state("update", Buffers.split(withBytes));
    }
    return comm;
  }

  /** The cell that runs now, or in a callback the one that made the widget called back. */
  private static Optional<Cell> cell(CommManager manager) {
    return Cell.asked(manager)
        .flatMap(
            message ->
                message.getContent() instanceof CommMsgCommand called
                    ? manager.getCommByID(called.getCommID()) instanceof ModelComm model
                        ? model.cell
                        : Optional.empty()
                    : Cell.of(message));
  }

  private static void closeOutdated(CommManager manager, Cell now) {
    all(manager).stream()
        .filter(model -> model.cell.filter(now::outdates).isPresent())
        .forEach(model -> model.widget.close());
  }

  /** The lines that are open. */
  static List<ModelComm> all(CommManager manager) {
    return StreamSupport.stream(manager.spliterator(), false)
        .filter(ModelComm.class::isInstance)
        .map(ModelComm.class::cast)
        .toList();
  }

  Widget widget() {
    return widget;
  }

  /** Sends a part of the state. */
  void state(String method, Buffers parts) {
    Json.send(
        this,
        Map.of("method", method, "state", parts.json(), "buffer_paths", parts.paths()),
        parts.bytes());
  }

  /** Sends a message of the widget's own. */
  void custom(Map<String, ?> content, List<byte[]> bytes) {
    bytes.forEach(attachment -> Needed.of(attachment, "An attachment"));
    Buffers parts = Buffers.split(content);
    if (!parts.bytes().isEmpty()) {
      throw new IllegalArgumentException("Bytes are sent as attachments, not inside a message.");
    }
    Json.send(this, Map.of("method", "custom", "content", parts.json()), bytes);
  }

  /** Closes the model in all pages. */
  void end() {
    Worker.write(this::close);
  }

  @Override
  protected void onMessage(Message<CommMsgCommand> message) {
    manager.setMessageContext(message);
    widget.guard(() -> receive(message));
  }

  private void receive(Message<CommMsgCommand> message) {
    Map<String, Object> data = Json.data(message.getContent());
    switch (String.valueOf(data.get("method"))) {
      case "update" -> {
        Map<String, Object> state = object(data, "state");
        List<?> paths = data.get("buffer_paths") instanceof List<?> list ? list : List.of();
        Buffers.join(state, paths, message.getBlobs());
        widget.changed(state);
      }
      case "request_state" -> state("update", Buffers.split(widget.state()));
      case "custom" -> widget.received(object(data, "content"), message.getBlobs());
      default -> {} // A later protocol may have more.
    }
  }

  @SuppressWarnings("unchecked") // A JSON object is read as a map from texts.
  private static Map<String, Object> object(Map<String, Object> data, String key) {
    if (data.get(key) instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException("A message from the page has no " + key + ".");
  }

  @Override
  protected void onClose(Message<CommCloseCommand> message, boolean sending) {
    widget.closed();
  }
}
