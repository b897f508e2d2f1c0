package digits.widgets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A widget whose front-end is an ES module of your own, sent as text: nothing is loaded from the
 * network. The module is written as anywidget asks, with {@code export default { render({ model, el
 * }) { ... } }}.
 *
 * @see <a href="https://anywidget.dev/en/afm/">the module's interface</a>
 */
public class AnyWidget extends DomWidget<AnyWidget> {

  /** The front-end that is pinned in requirements.in; others of the same minor version do. */
  private static final String FRONT_END = "~0.11.*";

  /**
   * Makes a widget from a module that lies beside a class.
   *
   * @param name of the files: {@code name.js} must be there, {@code name.css} may be
   * @param initial what the module finds in its model
   */
  public AnyWidget(Class<?> beside, String name, Map<String, ?> initial) {
    this(
        Needed.of(beside, "A class").getPackageName() + "." + Needed.of(name, "A name"),
        module(beside, name + ".js"),
        text(beside, name + ".css"),
        initial);
  }

  /**
   * Makes a widget from the text of a module.
   *
   * @param id names the module, the same for all widgets that have it
   * @param style its CSS; may be empty
   */
  public AnyWidget(String id, String module, String style, Map<String, ?> initial) {
    super("anywidget", FRONT_END, "Any", state(id, module, style, initial));
  }

  private static Map<String, Object> state(
      String id, String module, String style, Map<String, ?> initial) {
    Map<String, Object> state = new LinkedHashMap<>(Needed.of(initial, "A map of values"));
    state.put("_anywidget_id", Needed.of(id, "An id")); // Without an id, the style is not loaded.
    state.put("_esm", Needed.of(module, "A module"));
    state.put("_css", Needed.of(style, "A style"));
    return state;
  }

  private static String module(Class<?> beside, String file) {
    String module = text(beside, file);
    if (module.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no module " + file + " beside " + beside.getSimpleName() + ".");
    }
    return module;
  }

  private static String text(Class<?> beside, String file) {
    try (InputStream stream = beside.getResourceAsStream(file)) {
      return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The module may change all that is its own. A widget that has to rely on some of it overrides
   * this to say what makes sense.
   */
  @Override
  protected boolean accepts(String key, Object value) {
    return !key.startsWith("_") && !(get(key) instanceof Widget);
  }

  /** Says only that there is something: {@link #fallback} says what. */
  @Override
  protected Still still() {
    return Still.of(ALIVE);
  }
}
