package digits.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The bytes of a picture, with an end that readers cannot ignore. The WebP reader treats missing
 * bytes as zeros, and would follow a damaged header for minutes.
 */
final class EndingStream extends MemoryCacheImageInputStream {

  /** Not zero, because readers fetch some bytes before they need them. */
  private static final int MOST_PAST_THE_END = 1_000;

  private int pastTheEnd;

  EndingStream(byte[] bytes) {
    super(new ByteArrayInputStream(bytes));
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next < 0 && ++pastTheEnd > MOST_PAST_THE_END) {
      throw new IOException("the picture goes on past the end of its file");
    }
    return next;
  }
}
