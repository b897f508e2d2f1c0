package digits.acceptance.page;

/** A cell ended with an error; the message names the notebook and the cell. */
public final class CellFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  CellFailure(String message) {
    super(message, null, false, false);
  }
}
