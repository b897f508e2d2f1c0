package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFolderTest {

  private static final Path HOME = Path.of("home").toAbsolutePath();
  private static final Path OTHER = Path.of("other").toAbsolutePath();

  @ParameterizedTest
  @CsvSource({
    "Linux, A, '', home/.cache/ten-digits",
    "Linux, XDG_CACHE_HOME, '', home/.cache/ten-digits",
    "Linux, XDG_CACHE_HOME, not/absolute, home/.cache/ten-digits",
    "Linux, XDG_CACHE_HOME, OTHER, other/ten-digits",
    "Mac OS X, XDG_CACHE_HOME, OTHER, home/Library/Caches/ten-digits",
    "Windows 11, LOCALAPPDATA, OTHER, other/ten-digits/cache",
    "Windows 11, A, '', home/AppData/Local/ten-digits/cache",
  })
  void theCacheIsWhereTheSystemWantsIt(String system, String name, String value, String folder) {
    Map<String, String> environment = Map.of(name, value.equals("OTHER") ? OTHER + "" : value);
    assertThat(DataFolder.cache(system, HOME, environment))
        .isEqualTo(Path.of(folder).toAbsolutePath());
  }

  @Test
  void aNamedFolderIsReadAsAShellWould() {
    String home = System.getProperty("user.home");
    for (String text :
        List.of("~/mnist", "\"~/mnist\"", "'$HOME/mnist'", "${HOME}/mnist ", home + "/mnist")) {
      assertThat(named(text)).contains(Path.of(home, "mnist"));
    }
    assertThat(named("~")).contains(Path.of(home));
    assertThat(named("~other/mnist")).contains(Path.of("~other/mnist"));
    assertThat(named(" ")).isEmpty();
    assertThatThrownBy(() -> named("/data/\0"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("DIGITS_DATA is \"/data/?\", which is no path")
        .hasMessageContaining("C.UTF-8");
  }

  private static Optional<Path> named(String text) {
    return DataFolder.named(Map.of("DIGITS_DATA", text), "DIGITS_DATA");
  }
}
