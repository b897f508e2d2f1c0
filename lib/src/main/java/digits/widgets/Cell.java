package digits.widgets;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * One run of a notebook's cell. JupyterLab names the cell in the metadata of its request; in
 * front-ends that do not, widgets have no cell and live as long as the kernel.
 *
 * @param id the cell's id in the notebook
 * @param run the id of the request to run it
 * @param deleted ids of cells that were deleted since the last request
 */
record Cell(String id, String run, List<?> deleted) {

  /** The cell that a message asks to run, if it does so. */
  static Optional<Cell> of(Message<?> message) {
    if (message.getContent() instanceof ExecuteRequest
        && message.getNonNullMetadata().get("cellId") instanceof String id) {
      Map<String, Object> metadata = message.getMetadata();
      List<?> deleted = metadata.get("deletedCells") instanceof List<?> ids ? ids : List.of();
      return Optional.of(new Cell(id, message.getHeader().getId(), deleted));
    }
    return Optional.empty();
  }

  /** Whether what another run has made is out of date now. */
  boolean outdates(Cell other) {
    return id.equals(other.id) ? !run.equals(other.run) : deleted.contains(other.id);
  }

  /** The message that the kernel answers now. The kernel keeps it, but tells only subclasses. */
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
