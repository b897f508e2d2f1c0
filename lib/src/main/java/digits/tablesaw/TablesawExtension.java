package digits.tablesaw;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.RenderFunction;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.table.Relation;

/**
 * Teaches the kernel to show Tablesaw's tables and figures.
 *
 * <p>The kernel finds it by itself, see {@link java.util.ServiceLoader}, and may install it again
 * whenever its class path changes: a second time changes nothing to be seen.
 */
public final class TablesawExtension implements Extension {

  /** Has no effect: the kernel makes one each time that it looks for extensions. */
  public TablesawExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
  }

  /**
   * Registers the two kinds of things.
   *
   * @param renderer where the kernel looks for ways to show a value
   */
  static void register(Renderer renderer) {
    renderer
        .createRegistration(Relation.class)
        .preferring(MIMEType.TEXT_HTML)
        .supporting(MIMEType.TEXT_PLAIN)
        .register(
            shown("table", MIMEType.TEXT_HTML, TableView::html, (t, html) -> TableView.text(t)));
    MIMEType plotly = MIMEType.parse(FigureView.MIME_TYPE);
    renderer
        .createRegistration(Figure.class)
        .preferring(plotly)
        .supporting(MIMEType.TEXT_PLAIN)
        .register(
            shown("figure", plotly, FigureView::json, (figure, json) -> FigureView.text(json)));
  }

  private static <T, R> RenderFunction<T> shown(
      String kind, MIMEType type, Function<T, R> rich, BiFunction<T, R, String> plain) {
    return (value, context) -> {
      if (context.getOutputContainer().hasDataForType(MIMEType.TEXT_PLAIN)) {
        return; // Installed twice: the other one has shown it.
      }
      try {
        R shown = rich.apply(value);
        String words = plain.apply(value, shown);
        context.renderIfRequested(type, () -> shown);
        context.getOutputContainer().putText(words);
      } catch (Throwable failure) { // An Error that leaves here would end the kernel's loop.
        say(context, kind, failure);
      }
    };
  }

  private static void say(RenderContext context, String kind, Throwable failure) {
    String reason =
        failure instanceof UnreadableFigureException ? failure.getMessage() : failure.toString();
    String sentence = "This " + kind + " cannot be shown: " + reason;
    context.getOutputContainer().putText(sentence);
    context.renderIfRequested(
        MIMEType.TEXT_HTML, () -> "<div>" + HtmlText.escape(sentence) + "</div>");
  }
}
