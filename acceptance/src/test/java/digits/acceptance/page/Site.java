package digits.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Outcome;
import digits.acceptance.Project;
import java.nio.file.Path;

/** The site that {@code ./lab site} builds. */
final class Site {

  static final Path FOLDER = Project.ROOT.resolve("target/site");

  private static boolean built;

  private Site() {}

  /** Builds it, unless an earlier call has. */
  static synchronized void build() throws Exception {
    if (!built) {
      Outcome outcome =
          Outcome.of(new ProcessBuilder(Project.ROOT.resolve("lab").toString(), "site"), 5);
      assertThat(outcome.status()).as(outcome.output()).isZero();
      built = true;
    }
  }
}
