package digits.notebook;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.evaluate.ConfusionMatrix;
import digits.evaluate.Curve;
import digits.evaluate.Evaluation;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import digits.tablesaw.FigureView;
import digits.tablesaw.TableView;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import tech.tablesaw.plotly.components.Figure;

/**
 * Teaches the kernel to show digits, models and measures when a cell returns one, each with a text
 * that says the same.
 *
 * <p>The kernel finds it by itself, see {@link java.util.ServiceLoader}, and may install it again
 * whenever its class path changes: a second time changes nothing to be seen.
 */
public final class DigitExtension implements Extension {

  /** Digits of a set that are shown, and how many stand side by side. */
  private static final int SHOWN = 100;

  private static final int COLUMNS = 20;

  private static final String PNG = "image/png";
  private static final String HTML = "text/html";

  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
  }

  /** Registers the kinds of things that are shown. */
  static void register(Renderer renderer) {
    picture(renderer, Picture.class, picture -> picture);
    picture(renderer, Digit.class, DigitImages::enlarged);
    picture(renderer, DigitSet.class, DigitExtension::mosaic);
    picture(renderer, DigitClassifier.class, DigitImages::weights);
    picture(renderer, Prediction.class, DigitImages::verdict);
    picture(renderer, ConfusionMatrix.class, matrix -> DigitImages.matrix(matrix.table()));
    show(renderer, Evaluation.class, HTML, (value, context) -> Measures.show(value, context));
    show(
        renderer,
        Curve.class,
        FigureView.MIME_TYPE,
        (value, context) -> Measures.show(value, context));
  }

  private static BufferedImage mosaic(DigitSet digits) {
    DigitSet first = digits.head(Math.min(SHOWN, digits.size()));
    String which = first.size() < digits.size() ? ", the first " + first.size() : "";
    return Picture.of(
        () -> Mosaic.plain(first, COLUMNS),
        () -> digits + which + ":\n" + Words.rows(first, COLUMNS, Words::label));
  }

  private static <T> void picture(
      Renderer renderer, Class<T> type, Function<T, BufferedImage> draw) {
    show(
        renderer,
        type,
        PNG,
        (value, context) -> {
          BufferedImage picture = draw.apply(value);
          if (((Picture) picture).isDrawn()) {
            Image.renderImage(picture, context);
          }
          context.getOutputContainer().putText(picture.toString());
        });
  }

  private static <T> void show(
      Renderer renderer, Class<T> type, String preferred, BiConsumer<T, RenderContext> show) {
    renderer
        .createRegistration(type)
        .preferring(preferred)
        .supporting("text/plain")
        .register(
            (value, context) -> {
              try {
                show.accept(value, context);
              } catch (Throwable failure) { // An Error here would end the kernel's loop.
                String instead = value + "\n(no picture: " + reason(failure) + ")";
                context.getOutputContainer().putText(instead);
              }
            });
  }

  private static String reason(Throwable failure) {
    if (failure instanceof NoClassDefFoundError) {
      return "Tablesaw is missing; %maven tech.tablesaw:tablesaw-jsplot:0.44.4 loads it";
    }
    return failure instanceof IllegalArgumentException && failure.getMessage() != null
        ? failure.getMessage()
        : "it could not be drawn";
  }

  /** What needs Tablesaw, in a class of its own: without it the rest is shown all the same. */
  private static final class Measures {

    static void show(Evaluation evaluation, RenderContext context) {
      DisplayData out = context.getOutputContainer();
      out.putHTML(
          TableView.html(evaluation.decisions())
              + TableView.html(evaluation.byYes())
              + TableView.html(evaluation.table()));
      out.putText(evaluation + "\n" + TableView.text(evaluation.table()));
    }

    static void show(Curve curve, RenderContext context) {
      DisplayData out = context.getOutputContainer();
      Figure figure = Charts.curves(List.of(curve));
      out.putData(FigureView.MIME_TYPE, FigureView.json(figure));
      out.putText(FigureView.text(figure));
    }
  }
}
