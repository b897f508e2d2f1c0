package digits.acceptance.page;

/** Nothing was recorded; the message says why. */
final class RecordingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RecordingException(String message) {
    super(message, null, false, false);
  }
}
