package digits.widgets;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * One run of a notebook's cell. JupyterLab names the cell in the metadata of its request;
 * front-ends that do not, have no cells here, and their widgets live as long as the kernel.
 *
 * @param id the cell's id in the notebook
 * @param run the id of the request to run it
 * @param deleted ids of cells that were deleted since the last request
 */
record Cell(String id, String run, List<?> deleted) {

  /** The cell that runs now, or in a callback the one that made the widget called back. */
  static Optional<Cell> current(CommManager manager) {
    if (!(context(manager) instanceof Message<?> message)) {
      return Optional.empty();
    }
    if (message.getContent() instanceof CommMsgCommand called) {
      return manager.getCommByID(called.getCommID()) instanceof ModelComm model
          ? model.cell()
          : Optional.empty();
    }
    if (message.getContent() instanceof ExecuteRequest
        && message.getNonNullMetadata().get("cellId") instanceof String id) {
      Map<String, Object> metadata = message.getMetadata();
      List<?> deleted = metadata.get("deletedCells") instanceof List<?> ids ? ids : List.of();
      return Optional.of(new Cell(id, message.getHeader().getId(), deleted));
    }
    return Optional.empty();
  }

  /** Whether something made by another run has had its time. */
  boolean outdates(Cell other) {
    return id.equals(other.id) ? !run.equals(other.run) : deleted.contains(other.id);
  }

  /** The message that the kernel answers now. The kernel keeps it, but tells only subclasses. */
  private static Object context(CommManager manager) {
    try {
      Field field = CommManager.class.getDeclaredField("context");
      field.setAccessible(true);
      return field.get(manager);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
