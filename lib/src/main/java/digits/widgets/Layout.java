package digits.widgets;

import java.util.Map;

/** Where a widget stands and how much room it takes, in the words of CSS. */
final class Layout extends Widget {

  static final String MODULE = "@jupyter-widgets/base";
  static final String VERSION = "2.0.0";

  Layout() {
    super(MODULE, VERSION, "LayoutModel", "LayoutView", Map.of());
  }
}
