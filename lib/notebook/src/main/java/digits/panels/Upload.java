package digits.panels;

import digits.data.DataException;
import digits.paper.Page;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A picture from the page. It comes in parts, because a page cannot send much at once. */
final class Upload {

  /** A file with more bytes is refused. */
  private static final int MOST_BYTES = 100_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * Takes a message that may contain a part.
   *
   * @return the picture, if this was its last part
   * @throws DataException if it is too large, or not a picture
   */
  Optional<Page> take(Map<String, Object> message, List<byte[]> parts) {
    if (!(message.get("name") instanceof String name)) {
      return Optional.empty();
    }
    parts.forEach(bytes::writeBytes);
    boolean last = Boolean.TRUE.equals(message.get("last"));
    if (!last && bytes.size() <= MOST_BYTES) {
      return Optional.empty();
    }
    byte[] all = bytes.toByteArray();
    bytes.reset();
    if (all.length > MOST_BYTES) {
      throw new DataException(name + " has more than 100 MB, too much for a picture");
    }
    return Optional.of(Page.read(name, all));
  }
}
