package digits.widgets;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/**
 * A widget that can be seen: a cell shows it by returning it, a container by holding it.
 *
 * <p>The output of a cell also holds a still form, for pages without a kernel or without widgets.
 * Each kind of widget has one; {@link #fallback} replaces it.
 *
 * @param <S> the kind of widget, which the setters return
 */
public abstract class DomWidget<S extends DomWidget<S>> extends Widget
    implements DisplayDataRenderable {

  /** What is said without a still form. */
  static final String ALIVE = "(to be seen in a notebook with a running kernel)";

  private static final String VIEW = "application/vnd.jupyter.widget-view+json";

  private Optional<Frame> frame = Optional.empty();
  private Optional<Supplier<?>> fallback = Optional.empty();

  /**
   * Makes the model in the pages, as {@link Widget} does.
   *
   * @param name the name of the model and of the view, without {@code Model} and {@code View}
   */
  protected DomWidget(String module, String version, String name, Map<String, ?> initial) {
    super(module, version, name + "Model", name + "View", initial);
  }

  @SuppressWarnings("unchecked") // S is the type of this, by convention of all subclasses.
  final S self() {
    return (S) this;
  }

  /** A model of settings of this one, such as its layout: made when the first of them is set. */
  final Widget part(String key, Supplier<Widget> make) {
    if (get(key) instanceof Widget made) {
      return made;
    }
    Widget part = make.get();
    set(key, part);
    onClose(part::close);
    return part;
  }

  /**
   * Sets a property of the widget's place to a value of CSS.
   *
   * @param property as ipywidgets names it, such as {@code margin}, {@code flex}, {@code max_width}
   */
  public S layout(String property, String value) {
    part("layout", () -> new Widget(BASE, VERSION, "LayoutModel", "LayoutView", Map.of()))
        .set(property, value);
    return self();
  }

  /** Sets the width, such as {@code 20em}, {@code 300px}, {@code 100%} or {@code auto}. */
  public S width(String css) {
    return layout("width", css);
  }

  /** Shows the widget or hides it, together with the room it takes. */
  public S visible(boolean visible) {
    return layout("display", visible ? "" : "none");
  }

  /** Sets what is said when the mouse rests on the widget. */
  public S tooltip(String text) {
    set("tooltip", Needed.of(text, "A tooltip"));
    return self();
  }

  /**
   * Chooses what is shown where no kernel or no widgets are.
   *
   * @param still asked when the widget is displayed: a picture, a table, or whatever else the
   *     kernel can show; what it throws is shown next to the widget
   */
  public S fallback(Supplier<?> still) {
    fallback = Optional.of(Needed.of(still, "A still form"));
    return self();
  }

  /** The still form of this kind of widget. */
  protected abstract Still still();

  /** The still form that is shown, as a part of another one. */
  final Still stillPart() {
    return fallback.map(value -> Rendered.still(Rendered.of(value.get()))).orElseGet(this::still);
  }

  @Override
  public void render(RenderContext context) {
    if (isClosed()) {
      throw new IllegalStateException(
          "This widget is closed, because the cell that made it was run again or deleted: run that"
              + " cell and this one.");
    }
    DisplayData out = context.getOutputContainer();
    Frame shown = frame.orElseGet(() -> new Frame(this));
    frame = Optional.of(shown);
    out.putText(ALIVE); // Stays if the still form has no text, or cannot be made.
    guard(
        () ->
            out.assign(
                fallback.map(value -> Rendered.of(value.get())).orElseGet(() -> still().output())));
    out.putData(VIEW, Map.of("version_major", 2, "version_minor", 0, "model_id", shown.id()));
  }

  @Override
  void ended(Optional<Throwable> failure) {
    frame.ifPresentOrElse(shown -> shown.ended(failure), () -> super.ended(failure));
  }
}
