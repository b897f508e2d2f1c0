package digits.widgets;

import java.util.List;
import java.util.Map;

/**
 * A widget that holds others.
 *
 * @param <S> the kind of box, which the setters return
 */
public abstract class Box<S extends Box<S>> extends DomWidget<S> {

  private List<DomWidget<?>> children = List.of();

  Box(String name, List<DomWidget<?>> children) {
    super(Control.MODULE, Control.VERSION, name, Map.of("children", children));
    adopt(children);
  }

  /**
   * Puts other widgets in.
   *
   * @param children from left to right, or from top to bottom
   */
  public S children(DomWidget<?>... children) {
    List<DomWidget<?>> widgets = listed(children);
    set("children", widgets);
    adopt(widgets);
    return self();
  }

  /** The widgets in it, from left to right, or from top to bottom. */
  public List<DomWidget<?>> children() {
    return children;
  }

  static List<DomWidget<?>> listed(DomWidget<?>... widgets) {
    for (DomWidget<?> widget : Needed.of(widgets, "A list of widgets")) {
      Needed.of(widget, "A widget");
    }
    return List.of(widgets);
  }

  final void adopt(List<DomWidget<?>> widgets) {
    children = widgets;
    children.forEach(child -> child.parent(this));
  }

  @Override
  protected Still still() {
    return Still.all(children.stream().map(DomWidget::stillPart).toList(), false);
  }
}
