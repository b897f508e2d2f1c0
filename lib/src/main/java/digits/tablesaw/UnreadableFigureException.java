package digits.tablesaw;

/** A part of a figure is not written as jsplot writes it, and so cannot be read. */
public final class UnreadableFigureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one without a stack trace: its sentence is for the reader of a notebook.
   *
   * @param message which part, and what was wrong
   * @param cause what the reader of JSON said
   */
  UnreadableFigureException(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
