package digits.notebook;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.evaluate.ConfusionMatrix;
import digits.evaluate.Curve;
import digits.evaluate.Evaluation;
import digits.learn.Learner;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import digits.paper.Page;
import digits.paper.Reading;
import java.awt.image.BufferedImage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import jjava.tablesaw.FigureView;
import jjava.tablesaw.TableView;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import tech.tablesaw.plotly.components.Figure;

/**
 * Teaches the kernel how to show digits, models and measures that a cell returns, as pictures,
 * tables or figures, each with a text that says the same. Also starts to load OpenBLAS.
 *
 * <p>The kernel finds it through {@link java.util.ServiceLoader} and may install it again whenever
 * its class path changes, which is harmless.
 */
public final class DigitExtension implements Extension {

  /** How many digits of a set are shown, and how many per row. */
  private static final int SHOWN = 100;

  private static final int COLUMNS = 20;

  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
    Learner.prepare();
  }

  static void register(Renderer renderer) {
    picture(renderer, Picture.class, picture -> picture);
    picture(renderer, Digit.class, DigitImages::enlarged);
    picture(renderer, DigitSet.class, DigitExtension::mosaic);
    picture(renderer, DigitClassifier.class, DigitImages::weights);
    picture(renderer, BinaryClassifier.class, DigitImages::weights);
    picture(renderer, Prediction.class, DigitImages::verdict);
    picture(renderer, Page.class, DigitImages::page);
    picture(renderer, Reading.class, DigitImages::reading);
    picture(renderer, ConfusionMatrix.class, matrix -> DigitImages.matrix(matrix.table()));
    show(
        renderer, Evaluation.class, "text/html", (value, context) -> Measures.show(value, context));
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
        "image/png",
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
              } catch (Throwable failure) { // An Error would end the kernel's loop.
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

  /** A class of its own, so that everything else is shown even where Tablesaw is missing. */
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
      Figure figure = CurveCharts.of(curve);
      out.putData(FigureView.MIME_TYPE, FigureView.json(figure));
      out.putText(FigureView.text(figure));
    }
  }
}
