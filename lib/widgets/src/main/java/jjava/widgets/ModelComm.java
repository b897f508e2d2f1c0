// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

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
 * The connection between a widget and its models in the pages. The kernel's list of open comms is
 * the only list of open widgets.
 */
final class ModelComm extends Comm {

  private static final String TARGET = "jupyter.widget";
  private static final String PROTOCOL = "2.1.0";

  private final CommManager manager;
  private final Model model;
  private final Optional<Cell> cell;

  private ModelComm(
      CommManager manager, String id, String target, Model model, Optional<Cell> cell) {
    super(manager, id, target);
    this.manager = manager;
    this.model = model;
    this.cell = cell;
  }

  /** Creates the model in all pages, and closes the widgets of earlier runs of the same cell. */
  static ModelComm open(CommManager manager, Model model, Map<String, Object> state) {
    if (Worker.isCurrent()) {
      throw new IllegalStateException(
          "A background task cannot create widgets: create them in a cell or in a callback, and"
              + " change them from the task.");
    }
    Buffers parts = Buffers.split(state);
    Optional<Cell> cell = cell(manager);
    cell.ifPresent(now -> closeOutdated(manager, now));
    ModelComm comm =
        manager.openComm(
            TARGET,
            (m, id, target, message) -> {
              Json.addTo(
                  message.getContent(), Map.of("state", parts.json(), "buffer_paths", List.of()));
              message.getNonNullMetadata().put("version", PROTOCOL);
              return new ModelComm(m, id, target, model, cell);
            });
    if (comm == null) {
      throw new IllegalStateException("The kernel is not connected to a page yet.");
    }
    if (!parts.bytes().isEmpty()) {
      // The kernel cannot attach bytes to a comm_open message.
      Map<String, Object> withBytes = new LinkedHashMap<>();
      parts.paths().forEach(path -> withBytes.put((String) path.get(0), state.get(path.get(0))));
      comm.state("update", Buffers.split(withBytes));
    }
    return comm;
  }

  /** The running cell or, in a callback, the cell that created the widget called back. */
  private static Optional<Cell> cell(CommManager manager) {
    return Cell.asked(manager)
        .flatMap(
            message ->
                message.getContent() instanceof CommMsgCommand called
                    ? manager.getCommByID(called.getCommID()) instanceof ModelComm comm
                        ? comm.cell
                        : Optional.empty()
                    : Cell.of(message));
  }

  private static void closeOutdated(CommManager manager, Cell now) {
    all(manager).stream()
        .filter(comm -> comm.cell.filter(now::outdates).isPresent())
        .forEach(comm -> comm.model.close());
  }

  static List<ModelComm> all(CommManager manager) {
    return StreamSupport.stream(manager.spliterator(), false)
        .filter(ModelComm.class::isInstance)
        .map(ModelComm.class::cast)
        .toList();
  }

  Model model() {
    return model;
  }

  void state(String method, Buffers parts) {
    Json.send(
        this,
        Map.of("method", method, "state", parts.json(), "buffer_paths", parts.paths()),
        parts.bytes());
  }

  /** Sends a message that is not about the state. */
  void custom(Map<String, ?> content, List<byte[]> bytes) {
    bytes.forEach(attachment -> Needed.of(attachment, "An attachment"));
    Buffers parts = Buffers.split(content);
    if (!parts.bytes().isEmpty()) {
      throw new IllegalArgumentException("Send bytes as attachments, not inside a message.");
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
    model.guard(() -> receive(message));
  }

  private void receive(Message<CommMsgCommand> message) {
    Map<String, Object> data = Json.data(message.getContent());
    switch (String.valueOf(data.get("method"))) {
      case "update" -> {
        Map<String, Object> state = object(data, "state");
        List<?> paths = data.get("buffer_paths") instanceof List<?> list ? list : List.of();
        Buffers.join(state, paths, message.getBlobs());
        model.changed(state);
      }
      case "request_state" -> state("update", Buffers.split(model.state()));
      case "custom" -> model.received(object(data, "content"), message.getBlobs());
      default -> {} // A later version of the protocol may have more.
    }
  }

  @SuppressWarnings("unchecked") // A JSON object has strings as keys.
  private static Map<String, Object> object(Map<String, Object> data, String key) {
    if (data.get(key) instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException("A message from the page has no " + key + ".");
  }

  @Override
  protected void onClose(Message<CommCloseCommand> message, boolean sending) {
    model.closed();
  }
}
