package digits.panels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The text of a panel's module and of its style. Each begins with what all panels share: {@code
 * verdict.js} and {@code verdict.css}, because a module that the kernel sends cannot import
 * another.
 */
final class FrontEnd {

  private static final String SHARED = "verdict";

  private FrontEnd() {}

  /** The module of a panel, {@code name.js}, with the shared functions before it. */
  static String module(String name) {
    return text(SHARED + ".js") + text(name + ".js");
  }

  /** The style of a panel, {@code name.css}, after the shared one. */
  static String style(String name) {
    return text(SHARED + ".css") + text(name + ".css");
  }

  private static String text(String file) {
    try (InputStream stream = FrontEnd.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
