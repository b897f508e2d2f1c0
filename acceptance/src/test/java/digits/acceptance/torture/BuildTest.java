package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.InTheProject;
import digits.acceptance.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's jars, rebuilt from the same sources. */
@InTheProject
class BuildTest {

  private static final List<String> MODULES =
      List.of("digits-core", "digits-paper", "jjava-widgets", "jjava-tablesaw", "digits-lib");
  private static final List<String> ZONES = List.of("Pacific/Kiritimati", "America/Anchorage");

  @Test
  void theJarsAreTheInstalledOnesToTheLastByte(@TempDir Path folder) throws Exception {
    Path installed = Path.of(Project.text(".lab/repository").strip(), Project.group().split("\\."));
    int builds = Effort.times(1, 2);
    for (int i = 0; i < builds; i++) {
      Copy copy = Copy.in(folder.resolve("folder " + i));
      copy.succeeds(
          Map.of("TZ", ZONES.get(i % 2)),
          "-pl",
          "lib/notebook",
          "-am",
          "package",
          "-o",
          "-Dmaven.test.skip=true");
      for (String module : MODULES) {
        String jar = module + "-" + Project.version() + ".jar";
        assertThat(copy.jar(Path.of(jar)))
            .as(
                "the jar rebuilt from the sources, compared with the one that ./lab setup installed")
            .hasSameBinaryContentAs(
                installed.resolve(module).resolve(Project.version() + "/" + jar));
      }
    }
    Effort.tried(
        "the same jars from the same sources", builds + " times built elsewhere, all the same");
  }
}
