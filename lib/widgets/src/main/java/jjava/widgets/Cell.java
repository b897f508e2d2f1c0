// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * One run of a notebook cell. JupyterLab names the cell in the metadata of its execute request. In
 * front-ends that do not, widgets belong to no cell and live as long as the kernel.
 *
 * @param id the cell's ID in the notebook
 * @param run the ID of the execute request
 * @param deleted IDs of the cells deleted since the previous request
 */
record Cell(String id, String run, List<?> deleted) {

  /** The cell that a message asks the kernel to run, if any. */
  static Optional<Cell> of(Message<?> message) {
    if (message.getContent() instanceof ExecuteRequest
        && message.getNonNullMetadata().get("cellId") instanceof String id) {
      Map<String, Object> metadata = message.getMetadata();
      List<?> deleted = metadata.get("deletedCells") instanceof List<?> ids ? ids : List.of();
      return Optional.of(new Cell(id, message.getHeader().getId(), deleted));
    }
    return Optional.empty();
  }

  /** Whether this run makes the widgets of another run obsolete. */
  boolean outdates(Cell other) {
    return id.equals(other.id) ? !run.equals(other.run) : deleted.contains(other.id);
  }

  /** The message being handled. The kernel keeps it in a field that only subclasses can read. */
  static Optional<Message<?>> asked(CommManager manager) {
    try {
      Field field = CommManager.class.getDeclaredField("context");
      field.setAccessible(true);
      return field.get(manager) instanceof Message<?> message
          ? Optional.of(message)
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
