// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;

/** Sends the state of all open widgets to a page that was reloaded or opened later. */
final class ControlComm extends Comm {

  private static final String TARGET = "jupyter.widget.control";

  private final CommManager manager;

  private ControlComm(CommManager manager, String id, String target) {
    super(manager, id, target);
    this.manager = manager;
  }

  /** Starts answering pages. Further calls have no effect. */
  static void listen(CommManager manager) {
    if (manager.getTarget(TARGET) == null) {
      manager.registerTarget(
          TARGET,
          (m, id, target, opening) -> {
            Comm known = m.getCommByID(id); // A page must not take over a widget's ID.
            return known == null ? new ControlComm(m, id, target) : known;
          });
    }
  }

  @Override
  protected void onMessage(Message<CommMsgCommand> message) {
    try {
      manager.setMessageContext(message);
      if ("request_states".equals(Json.data(message.getContent()).get("method"))) {
        sendStates();
      }
    } catch (Throwable failure) { // An Error that leaves here would end the kernel's loop.
      System.err.println(
          "The widgets could not be sent to the page: " + Still.failure(failure).text());
    }
  }

  private void sendStates() {
    Map<String, Object> states = new LinkedHashMap<>();
    for (ModelComm comm : ModelComm.all(manager)) {
      Map<String, Object> state = comm.model().state();
      states.put(
          comm.getID(),
          Map.of(
              "model_name", state.get("_model_name"),
              "model_module", state.get("_model_module"),
              "model_module_version", state.get("_model_module_version"),
              "state", state));
    }
    Buffers parts = Buffers.split(states);
    Json.send(
        this,
        Map.of("method", "update_states", "states", parts.json(), "buffer_paths", parts.paths()),
        parts.bytes());
  }

  @Override
  protected void onClose(Message<CommCloseCommand> message, boolean sending) {}
}
