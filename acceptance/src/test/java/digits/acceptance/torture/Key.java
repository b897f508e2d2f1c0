package digits.acceptance.torture;

import digits.acceptance.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key for an hour, to sign files with. It lies in a folder of its own, not among the user's keys.
 *
 * @param home GnuPG's folder
 */
record Key(Path home) {

  static boolean possible() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gpg")));
  }

  static Key in(Path folder) throws IOException, InterruptedException {
    Key key = new Key(Files.createDirectory(folder));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    String[] noPassphrase = {"gpg", "--batch", "--quiet", "--passphrase", ""};
    String[] make = {
      "--quick-generate-key", "nobody@example.org", "ed25519", "sign", "seconds=3600"
    };
    key.run(Stream.of(noPassphrase, make).flatMap(Stream::of).toList());
    return key;
  }

  /** Whether the signature beside a file is this key's and of this file. */
  boolean hasSigned(Path file) throws IOException, InterruptedException {
    List<String> verify = List.of("gpg", "--batch", "--verify", file + ".asc", file.toString());
    return run(verify).status() == 0;
  }

  private Outcome run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("GNUPGHOME", home.toString());
    return Outcome.of(process, 1);
  }

  /** Stops the agent that GnuPG has started for it. */
  void end() throws IOException, InterruptedException {
    run(List.of("gpgconf", "--kill", "all"));
  }
}
