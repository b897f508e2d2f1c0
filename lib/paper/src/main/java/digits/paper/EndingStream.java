package digits.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The bytes of a picture. The reader of WebP takes what is missing at the end for zeros, and would
 * follow a damaged header for minutes; here it may read a little past the end and no further.
 */
final class EndingStream extends MemoryCacheImageInputStream {

  /** Readers fetch some bytes before they need them. */
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
