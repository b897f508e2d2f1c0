package digits.panels;

import digits.notebook.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The module of a panel and its style. Each begins with what all panels share, {@code verdict.js}
 * and {@code verdict.css}, because a module that the kernel sends cannot import another.
 */
final class FrontEnd {

  private FrontEnd() {}

  static String module(String name) {
    return text("verdict.js") + text(name + ".js");
  }

  static String style(String name) {
    return Palette.css() + text("verdict.css") + text(name + ".css");
  }

  private static String text(String file) {
    try (InputStream stream = FrontEnd.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
