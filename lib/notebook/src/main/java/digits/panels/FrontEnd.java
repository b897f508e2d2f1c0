package digits.panels;

import digits.notebook.Palette;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The JavaScript module and the style sheet of a panel. Each starts with the part that all panels
 * share, {@code verdict.js} or {@code verdict.css}: a module sent by the kernel cannot import
 * another one.
 */
final class FrontEnd {

  private FrontEnd() {}

  static String module(String name) {
    Color ink = Palette.INK;
    int[] colors = {ink.getRed(), ink.getGreen(), ink.getBlue()};
    return "const INK = "
        + Arrays.toString(colors)
        + ";\n"
        + text("verdict.js")
        + text(name + ".js");
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
