// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/**
 * A visible widget. To display it, return it from a cell or put it into a container.
 *
 * <p>The cell's output also contains a static form for pages without a kernel or without
 * ipywidgets. Each type of widget has one; {@link #fallback} replaces it.
 *
 * @param <S> the type of this widget, returned by its setters
 */
public abstract class DomWidget<S extends DomWidget<S>> extends Widget
    implements DisplayDataRenderable {

  static final String ALIVE = "(a widget, shown in a notebook with a running kernel)";

  private static final String VIEW = "application/vnd.jupyter.widget-view+json";

  private Optional<Frame> frame = Optional.empty();
  private Optional<Supplier<?>> fallback = Optional.empty();

  /**
   * Creates the model in all pages, as {@link Widget} does.
   *
   * @param name the common part of {@code nameModel} and {@code nameView}
   */
  protected DomWidget(String module, String version, String name, Map<String, ?> initial) {
    super(module, version, name + "Model", name + "View", initial);
  }

  @SuppressWarnings("unchecked") // By convention, S is the type of this.
  final S self() {
    return (S) this;
  }

  /** A model of settings for this one, such as its layout, created on first use. */
  final Widget part(String key, Supplier<Widget> make) {
    if (get(key) instanceof Widget made) {
      return made;
    }
    Widget part = make.get();
    set(key, part);
    onClose(part::close);
    return part;
  }

  /** Sets a layout property by ipywidgets' name for it, such as {@code margin}, to a CSS value. */
  public S layout(String property, String value) {
    part("layout", () -> new Widget(BASE, VERSION, "LayoutModel", "LayoutView", Map.of()))
        .set(property, value);
    return self();
  }

  /** Sets the width, such as {@code 20em}, {@code 300px}, {@code 100%} or {@code auto}. */
  public S width(String css) {
    return layout("width", css);
  }

  /** Shows or hides the widget; a hidden widget takes up no space. */
  public S visible(boolean visible) {
    return layout("display", visible ? "" : "none");
  }

  /** Sets the text shown when the pointer rests on the widget. */
  public S tooltip(String text) {
    set("tooltip", Needed.of(text, "A tooltip"));
    return self();
  }

  /**
   * Sets what is shown where there is no kernel or no ipywidgets.
   *
   * @param still called when the widget is displayed; returns a picture, a table, or anything else
   *     that the kernel can render. Exceptions are shown below the widget.
   */
  public S fallback(Supplier<?> still) {
    fallback = Optional.of(Needed.of(still, "A still form"));
    return self();
  }

  /** The default static form. */
  protected abstract Still still();

  /** The static form, as part of that of a container. */
  final Still stillPart() {
    return fallback.map(value -> Rendered.still(Rendered.of(value.get()))).orElseGet(this::still);
  }

  @Override
  public void render(RenderContext context) {
    if (isClosed()) {
      throw new IllegalStateException(
          "This widget is closed, because the cell that created it was run again or deleted: run"
              + " that cell and then this one.");
    }
    DisplayData out = context.getOutputContainer();
    Frame shown = frame.orElseGet(() -> new Frame(this));
    frame = Optional.of(shown);
    out.putText(ALIVE); // Kept if the static form has no text or fails.
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
