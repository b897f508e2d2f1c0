package digits.widgets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A widget whose front-end is an ES module of one's own, sent as text: nothing is loaded from the
 * network. The module is written as anywidget asks, with {@code export default { render({ model, el
 * }) { ... } }}.
 *
 * @see <a href="https://anywidget.dev/en/afm/">the module's interface</a>
 */
public class AnyWidget extends DomWidget<AnyWidget> {

  /** The front-end that is pinned in requirements.txt; others of the same minor version do. */
  static final String VERSION = "~0.11.*";

  private static final String MODULE = "anywidget";

  /**
   * Makes a widget from a module that lies beside a class.
   *
   * @param beside a class in the package and jar of the module
   * @param name of the files: {@code name.js} must be there, {@code name.css} may be
   * @param initial what the module finds in its model
   * @throws IllegalArgumentException if the module is not there
   */
  public AnyWidget(Class<?> beside, String name, Map<String, ?> initial) {
    super(MODULE, VERSION, "Any", state(beside, name, initial));
  }

  private static Map<String, Object> state(Class<?> beside, String name, Map<String, ?> initial) {
    Map<String, Object> state = new LinkedHashMap<>(initial);
    // Without an id, the style is not loaded.
    state.put("_anywidget_id", beside.getPackageName() + "." + name);
    String module = text(beside, name + ".js");
    if (module.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no module " + name + ".js beside " + beside.getName() + ".");
    }
    state.put("_esm", module);
    state.put("_css", text(beside, name + ".css"));
    return state;
  }

  private static String text(Class<?> beside, String file) {
    try (InputStream stream = beside.getResourceAsStream(file)) {
      return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says only that there is something: {@link #fallback} says what. */
  @Override
  protected Still still() {
    return Still.of("(to be seen in a notebook with a running kernel)");
  }
}
