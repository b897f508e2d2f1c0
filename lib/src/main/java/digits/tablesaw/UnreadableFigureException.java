package digits.tablesaw;

/** A part of a figure is not written as jsplot writes it, and so cannot be read. */
public final class UnreadableFigureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Has no stack trace: its sentence is for the reader of a notebook. */
  UnreadableFigureException(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
