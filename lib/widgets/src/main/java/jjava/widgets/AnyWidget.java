// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A widget with a front-end of your own: an ES module in the form that anywidget expects, {@code
 * export default { render({ model, el }) { ... } }}. It is sent to the page as text, so nothing is
 * loaded from the network.
 *
 * @see <a href="https://anywidget.dev/en/afm/">the anywidget front-end module specification</a>
 */
public class AnyWidget extends DomWidget<AnyWidget> {

  /** The releases of anywidget that the page may have. */
  private static final String FRONT_END = "~0.11.*";

  /**
   * Creates a widget whose module is a resource in the package of a class.
   *
   * @param name base name of the files: {@code name.js} is required, {@code name.css} is optional
   * @param initial the initial state of the model
   */
  public AnyWidget(Class<?> beside, String name, Map<String, ?> initial) {
    this(
        Needed.of(beside, "A class").getPackageName() + "." + Needed.of(name, "A name"),
        text(beside, name + ".js", true),
        text(beside, name + ".css", false),
        initial);
  }

  /**
   * Creates a widget from the source of a module.
   *
   * @param id identifies the module; widgets with the same module share it
   * @param style CSS; may be empty
   */
  public AnyWidget(String id, String module, String style, Map<String, ?> initial) {
    super("anywidget", FRONT_END, "Any", state(id, module, style, initial));
  }

  private static Map<String, Object> state(
      String id, String module, String style, Map<String, ?> initial) {
    Map<String, Object> state = new LinkedHashMap<>(Needed.of(initial, "A map of values"));
    state.put("_anywidget_id", Needed.of(id, "An id")); // Without it the CSS is not loaded.
    state.put("_esm", Needed.of(module, "A module"));
    state.put("_css", Needed.of(style, "A style"));
    return state;
  }

  private static String text(Class<?> beside, String file, boolean isRequired) {
    try (InputStream stream = beside.getResourceAsStream(file)) {
      if (stream == null && isRequired) {
        throw new IllegalArgumentException(
            "There is no module " + file + " in the package of " + beside.getSimpleName() + ".");
      }
      return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Allows the module to change all of its own state. Override this in a widget that relies on
   * values being valid.
   */
  @Override
  protected boolean accepts(String key, Object value) {
    return !key.startsWith("_") && !(get(key) instanceof Widget);
  }

  /** Only a placeholder: use {@link #fallback} to say more. */
  @Override
  protected Still still() {
    return Still.of(ALIVE);
  }
}
