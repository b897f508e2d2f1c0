package digits.tablesaw;

import java.util.Map;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.table.Relation;

/**
 * Teaches the kernel to show Tablesaw's tables, columns and figures, also in lists, arrays, maps
 * and optionals.
 *
 * <p>The kernel finds it by itself, see {@link java.util.ServiceLoader}. It can be installed before
 * Tablesaw is on the class path, or without it: a value is asked for the names of its types. Twice
 * installed it shows the same.
 */
public final class TablesawExtension implements Extension {

  static final MIMEType PLOTLY = MIMEType.parse(FigureView.MIME_TYPE);

  /** Has no effect: the kernel makes one each time that it looks for extensions. */
  public TablesawExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
  }

  /**
   * Registers for all values that nobody else shows. Most are left as they are.
   *
   * @param renderer where the kernel looks for ways to show a value
   */
  static void register(Renderer renderer) {
    renderer
        .createRegistration(Object.class)
        .preferring(MIMEType.TEXT_HTML, PLOTLY)
        .supporting(MIMEType.TEXT_PLAIN)
        .register(TablesawExtension::render);
  }

  private static void render(Object value, RenderContext context) {
    if (context.getOutputContainer().hasDataForType(MIMEType.TEXT_PLAIN)) {
      return; // Installed twice: the other one has shown it.
    }
    String kind = "";
    try {
      if (isA("table.Relation", value) || isA("columns.Column", value)) {
        kind = "table";
        table(TableView.relation(value), context);
      } else if (isA("plotly.components.Figure", value)) {
        kind = "figure";
        figure((Figure) value, context);
      } else {
        Several.show(value, context);
      }
    } catch (Throwable failure) { // An Error that leaves here would end the kernel's loop.
      if (!kind.isEmpty()) {
        say(context, kind, failure);
      }
    }
  }

  /**
   * Whether a value is of a type that need not be on the class path.
   *
   * @param type its name in Tablesaw
   * @param value any value
   * @return false too if there is no such type
   */
  static boolean isA(String type, Object value) {
    try {
      return Class.forName("tech.tablesaw." + type, false, value.getClass().getClassLoader())
          .isInstance(value);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static void table(Relation table, RenderContext context) {
    String html = TableView.html(table);
    String words = TableView.text(table);
    context.renderIfRequested(MIMEType.TEXT_HTML, () -> html);
    context.getOutputContainer().putText(words);
  }

  private static void figure(Figure figure, RenderContext context) {
    Map<String, Object> json = FigureView.json(figure);
    String words = FigureView.text(json);
    context.renderIfRequested(PLOTLY, () -> json);
    context.getOutputContainer().putText(words);
  }

  private static void say(RenderContext context, String kind, Throwable failure) {
    String reason =
        failure instanceof UnreadableFigureException
            ? failure.getMessage()
            : "Tablesaw failed to read it. Check that all its parts have their data;"
                + " FigureView.json(figure) or TableView.html(table) gives the details.";
    String sentence = "This " + kind + " cannot be shown: " + reason;
    DisplayData out = context.getOutputContainer();
    out.putText(sentence);
    context.renderIfRequested(
        MIMEType.TEXT_HTML, () -> "<div>" + HtmlText.escape(sentence) + "</div>");
  }
}
