package digits.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gets files of MNIST from the first of several mirrors that has them, checked. */
final class MnistMirrors {

  /** The buckets of PyTorch and of the Common Visual Data Foundation. */
  static final List<URI> PUBLIC =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  private static final int ATTEMPTS = 5;

  /** What gzip may add to a file that it cannot compress. */
  private static final long GZIP_OVERHEAD = 1 << 16;

  private final List<URI> mirrors;
  private final Consumer<String> progress;
  private final EnvironmentProxies proxies;
  private final Download download;

  MnistMirrors(
      List<URI> mirrors, Duration patience, EnvironmentProxies proxies, Consumer<String> progress) {
    this.mirrors = new ArrayList<>(mirrors);
    this.progress = progress;
    this.proxies = proxies;
    this.download = new Download(patience, proxies, progress);
  }

  /**
   * Fetches a file. The mirror that had it is asked first for the next.
   *
   * @param file which
   * @param part where to put it, and where an earlier try may have left the start of it
   * @return its content
   * @throws IOException if no mirror has it; the message gives the reason of each
   * @throws InterruptedException if the thread is interrupted
   */
  IdxFile fetch(MnistFile file, Path part) throws IOException, InterruptedException {
    List<String> reasons = new ArrayList<>();
    for (URI mirror : List.copyOf(mirrors)) {
      progress.accept(mirror.getHost() + ": " + file.compressedName());
      String who = mirror.getHost();
      try {
        who += proxies.through(mirror);
        IdxFile content = fetch(mirror.resolve(file.compressedName()), file, part);
        mirrors.remove(mirror);
        mirrors.add(0, mirror);
        return content;
      } catch (IOException | DataException e) {
        reasons.add(who + ": " + reason(e));
      }
    }
    if (size(part) == 0) {
      Files.deleteIfExists(part);
    }
    throw new IOException(String.join("; ", reasons));
  }

  private static String reason(Exception e) {
    return e instanceof IOException io ? DataException.reason(io) : e.getMessage();
  }

  /** What turns out to be wrong is thrown away, and if it was not all from here, fetched anew. */
  private IdxFile fetch(URI source, MnistFile file, Path part)
      throws IOException, InterruptedException {
    boolean begun = size(part) > 0;
    while (true) {
      try {
        String host = resume(source, part, file.bytes() + GZIP_OVERHEAD);
        return read(
            file, part, host.equals(source.getHost()) ? "" : "redirected to " + host + ", which ");
      } catch (DataException e) {
        Files.deleteIfExists(part);
        if (!begun) {
          throw e;
        }
        begun = false;
      }
    }
  }

  private static IdxFile read(MnistFile file, Path part, String redirected) {
    try {
      return file.read(part);
    } catch (IdxFormatException e) {
      String login = "; a network that asks you to log in does so: open any page in a browser";
      String kind = e.kind() + (e.kind().equals("a web page") ? login : "");
      throw new DataException(redirected + "sent " + kind);
    } catch (DataException e) {
      throw new DataException(redirected + "sent another file");
    }
  }

  /** Takes up a broken connection again, as long as each brings something. */
  private String resume(URI source, Path part, long limit)
      throws IOException, InterruptedException {
    for (int attempt = 1; true; attempt++) {
      long before = size(part);
      try {
        return download.fetch(source, part, limit);
      } catch (IOException e) {
        if (attempt == ATTEMPTS || size(part) <= before) {
          throw e;
        }
      }
    }
  }

  private static long size(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }
}
