package digits.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

  private static final Path HOME = Path.of("home").toAbsolutePath();
  private static final Path OTHER = Path.of("other").toAbsolutePath();

  @Test
  void onLinuxFollowsTheXdgRules() {
    assertThat(CacheFolder.of("Linux", HOME, Map.of()))
        .isEqualTo(HOME.resolve(".cache/ten-digits"));
    assertThat(CacheFolder.of("Linux", HOME, Map.of("XDG_CACHE_HOME", OTHER.toString())))
        .isEqualTo(OTHER.resolve("ten-digits"));
    assertThat(CacheFolder.of("Linux", HOME, Map.of("XDG_CACHE_HOME", "")))
        .isEqualTo(HOME.resolve(".cache/ten-digits"));
    assertThat(CacheFolder.of("Linux", HOME, Map.of("XDG_CACHE_HOME", "not/absolute")))
        .isEqualTo(HOME.resolve(".cache/ten-digits"));
  }

  @Test
  void onMacIsInTheLibrary() {
    assertThat(CacheFolder.of("Mac OS X", HOME, Map.of("XDG_CACHE_HOME", OTHER.toString())))
        .isEqualTo(HOME.resolve("Library/Caches/ten-digits"));
  }

  @Test
  void onWindowsIsInTheLocalApplicationData() {
    assertThat(CacheFolder.of("Windows 11", HOME, Map.of("LOCALAPPDATA", OTHER.toString())))
        .isEqualTo(OTHER.resolve("ten-digits/cache"));
    assertThat(CacheFolder.of("Windows 11", HOME, Map.of()))
        .isEqualTo(HOME.resolve("AppData/Local/ten-digits/cache"));
  }
}
