package digits.data;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Writes the body of an answer behind, or instead of, what a file holds already.
 *
 * <p>The body ends with a {@link DataException} if what the file holds is of no use, and with an
 * {@link IOException} if it can be continued later.
 */
final class PartWriter implements BodySubscriber<Void> {

  private final ResponseInfo info;
  private final FileChannel part;
  private final long limit;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private volatile Flow.Subscription subscription;
  private volatile long position;
  private volatile long total;

  /**
   * A writer for one answer.
   *
   * @param info status and headers of the answer
   * @param part open for writing; what it holds is kept if the answer continues it
   * @param limit bytes that the file may have in all
   */
  PartWriter(ResponseInfo info, FileChannel part, long limit) {
    this.info = info;
    this.part = part;
    this.limit = limit;
  }

  /** Bytes in the file so far. */
  long position() {
    return position;
  }

  /** Bytes that the file will have, or 0 if the server did not say. */
  long total() {
    return total;
  }

  @Override
  public CompletionStage<Void> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    try {
      start();
      subscription.request(Long.MAX_VALUE);
    } catch (IOException | DataException e) {
      fail(e);
    }
  }

  private void start() throws IOException {
    int status = info.statusCode();
    long held = part.size();
    if (status == 407) {
      done.complete(null); // Download sees the status, as it does where https is tunnelled.
      return;
    }
    if (status == 200) {
      part.truncate(0);
      held = 0;
    } else if (status == 416 || status == 206 && !continuesAt(held)) {
      throw new DataException("cannot continue after " + held + " bytes");
    } else if (status != 206) {
      String place = info.headers().firstValue("Location").orElse("");
      throw new IOException(
          "HTTP status " + status + (place.isEmpty() ? "" : ", a redirection to " + place));
    }
    part.position(held);
    position = held;
    total = held + info.headers().firstValueAsLong("Content-Length").orElse(-held);
  }

  private boolean continuesAt(long held) {
    return info.headers()
        .firstValue("Content-Range")
        .filter(range -> range.startsWith("bytes " + held + "-"))
        .isPresent();
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (done.isDone()) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        if (position + buffer.remaining() > limit) {
          throw new DataException("more data than the file has");
        }
        while (buffer.hasRemaining()) {
          position += part.write(buffer);
        }
      }
    } catch (IOException | DataException e) {
      fail(e);
    }
  }

  @Override
  public void onError(Throwable error) {
    done.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    done.complete(null);
  }

  private void fail(Exception e) {
    done.completeExceptionally(e);
    subscription.cancel();
  }
}
