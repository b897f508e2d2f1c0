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

  Box(String name, List<? extends DomWidget<?>> children) {
    super(Control.MODULE, Control.VERSION, name, Map.of("children", children));
    adopt(children);
  }

  /**
   * Puts other widgets in.
   *
   * @param children from left to right, or from top to bottom
   * @return this box
   */
  public S children(DomWidget<?>... children) {
    adopt(List.of(children));
    set("children", this.children);
    return self();
  }

  /**
   * The widgets in it.
   *
   * @return from left to right, or from top to bottom
   */
  public List<DomWidget<?>> children() {
    return children;
  }

  final void adopt(List<? extends DomWidget<?>> widgets) {
    children = List.copyOf(widgets);
    children.forEach(child -> child.parent(this));
  }

  @Override
  protected Still still() {
    return Still.all(children.stream().map(DomWidget::stillPart).toList(), false);
  }
}
