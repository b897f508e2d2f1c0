package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataFolderTest {

  private static final Path HOME = Path.of("home").toAbsolutePath();
  private static final Path OTHER = Path.of("other").toAbsolutePath();

  @Test
  void onLinuxFollowsTheXdgRules() {
    assertThat(DataFolder.cache("Linux", HOME, Map.of()))
        .isEqualTo(HOME.resolve(".cache/ten-digits"));
    assertThat(DataFolder.cache("Linux", HOME, Map.of("XDG_CACHE_HOME", OTHER.toString())))
        .isEqualTo(OTHER.resolve("ten-digits"));
    assertThat(DataFolder.cache("Linux", HOME, Map.of("XDG_CACHE_HOME", "")))
        .isEqualTo(HOME.resolve(".cache/ten-digits"));
    assertThat(DataFolder.cache("Linux", HOME, Map.of("XDG_CACHE_HOME", "not/absolute")))
        .isEqualTo(HOME.resolve(".cache/ten-digits"));
  }

  @Test
  void onMacIsInTheLibrary() {
    assertThat(DataFolder.cache("Mac OS X", HOME, Map.of("XDG_CACHE_HOME", OTHER.toString())))
        .isEqualTo(HOME.resolve("Library/Caches/ten-digits"));
  }

  @Test
  void onWindowsIsInTheLocalApplicationData() {
    assertThat(DataFolder.cache("Windows 11", HOME, Map.of("LOCALAPPDATA", OTHER.toString())))
        .isEqualTo(OTHER.resolve("ten-digits/cache"));
    assertThat(DataFolder.cache("Windows 11", HOME, Map.of()))
        .isEqualTo(HOME.resolve("AppData/Local/ten-digits/cache"));
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
