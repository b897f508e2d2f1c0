package digits.data;

/** The four MNIST files could not be had. The message says why, and how to go on. */
public final class MnistUnavailableException extends DataException {

  private static final long serialVersionUID = 1L;

  MnistUnavailableException(String message) {
    super(message);
  }
}
