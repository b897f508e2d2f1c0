package digits.widgets;

import java.util.Map;

/** How the parts of a control look. */
final class Style extends Widget {

  Style(String name) {
    super(Control.MODULE, Control.VERSION, name + "Model", "StyleView", view());
  }

  private static Map<String, Object> view() {
    return Map.of("_view_module", Layout.MODULE, "_view_module_version", Layout.VERSION);
  }
}
