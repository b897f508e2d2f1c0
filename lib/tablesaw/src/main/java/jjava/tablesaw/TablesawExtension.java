// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.Map;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.table.Relation;

/**
 * Makes the kernel display Tablesaw tables and columns and jsplot figures, also inside lists,
 * arrays, maps and optionals.
 *
 * <p>The kernel finds this extension through {@link java.util.ServiceLoader}. It may be installed
 * before Tablesaw is on the class path, and more than once.
 */
public final class TablesawExtension implements Extension {

  public TablesawExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
  }

  /** Registers for all values without a renderer of their own, and leaves most of them alone. */
  static void register(Renderer renderer) {
    renderer
        .createRegistration(Object.class)
        .preferring(MIMEType.TEXT_HTML, Several.PLOTLY)
        .supporting(MIMEType.TEXT_PLAIN)
        .register(TablesawExtension::render);
  }

  private static void render(Object value, RenderContext context) {
    if (context.getOutputContainer().hasDataForType(MIMEType.TEXT_PLAIN)) {
      return; // Installed twice: already rendered.
    }
    String kind = "";
    try {
      if (Several.isA("table.Relation", value) || Several.isA("columns.Column", value)) {
        kind = "table";
        Relation table = TableView.relation(value);
        show(context, MIMEType.TEXT_HTML, TableView.html(table), TableView.text(table));
      } else if (Several.isA("plotly.components.Figure", value)) {
        kind = "figure";
        Map<String, Object> json = FigureView.json((Figure) value);
        show(context, Several.PLOTLY, json, FigureView.text(json));
      } else {
        Several.show(value, context);
      }
    } catch (Throwable failure) { // An Error that leaves here would end the kernel's loop.
      if (!kind.isEmpty()) {
        String sentence = sentence(kind, failure);
        show(context, MIMEType.TEXT_HTML, "<div>" + Html.escape(sentence) + "</div>", sentence);
      }
    }
  }

  private static void show(RenderContext context, MIMEType type, Object shown, String words) {
    context.renderIfRequested(type, () -> shown);
    context.getOutputContainer().putText(words);
  }

  private static String sentence(String kind, Throwable failure) {
    String reason =
        failure instanceof UnreadableFigureException
            ? failure.getMessage()
            : "Reading it failed. Check that none of its data is missing;"
                + " FigureView.json(figure) or TableView.html(table) gives the details.";
    return "This " + kind + " cannot be shown: " + reason;
  }
}
