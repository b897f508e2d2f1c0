// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Objects rendered by the kernel as if a cell had returned them. */
final class Rendered {

  private Rendered() {}

  static DisplayData of(Object value) {
    return Needed.of(value, "Something to show") instanceof DisplayData data
        ? data
        : BaseKernel.notebookKernel().getRenderer().render(value);
  }

  /** Converts a rendered object to a static form: HTML, else a picture, else text. */
  static Still still(DisplayData shown) {
    String text = String.valueOf(shown.getData(MIMEType.TEXT_PLAIN));
    if (shown.getData(MIMEType.TEXT_HTML) instanceof String html) {
      return new Still("<div>" + html + "</div>", text);
    }
    if (shown.getData(MIMEType.IMAGE_PNG) instanceof String base64) {
      return Still.picture(base64, text);
    }
    return new Still("<pre>" + Still.escape(text) + "</pre>", text);
  }

  /** Converts a rendered object to an output in the notebook format. */
  static Map<String, Object> output(DisplayData shown) {
    try {
      Map<String, Object> tree = Json.tree(shown);
      Object data = tree.getOrDefault("data", Map.of());
      Object metadata = tree.getOrDefault("metadata", Map.of());
      return Map.of("output_type", "display_data", "data", data, "metadata", metadata);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "This cannot be shown: it contains a value that cannot be sent to a page.", e);
    }
  }
}
