// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.List;
import java.util.Map;

/** A container that arranges widgets in a row or a column. */
public abstract class Box<S extends Box<S>> extends DomWidget<S> {

  private List<DomWidget<?>> children = List.of();

  Box(String name, DomWidget<?>... children) {
    super(CONTROLS, VERSION, name, Map.of("children", listed(children)));
    adopt(List.of(children));
  }

  /** Replaces the contents. */
  public S children(DomWidget<?>... children) {
    List<DomWidget<?>> widgets = listed(children);
    set("children", widgets);
    adopt(widgets);
    return self();
  }

  public List<DomWidget<?>> children() {
    return children;
  }

  private static List<DomWidget<?>> listed(DomWidget<?>... widgets) {
    for (DomWidget<?> widget : Needed.of(widgets, "A list of widgets")) {
      Needed.of(widget, "A widget");
    }
    return List.of(widgets);
  }

  final void adopt(List<DomWidget<?>> widgets) {
    children = widgets;
    children.forEach(child -> child.parent(this));
  }

  final Still stills(boolean beside) {
    return Still.all(children.stream().map(DomWidget::stillPart).toList(), beside);
  }

  @Override
  protected Still still() {
    return stills(false);
  }
}
