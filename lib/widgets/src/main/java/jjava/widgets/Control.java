// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.LinkedHashMap;
import java.util.Map;

/** A control with a label. */
public abstract class Control<S extends Control<S>> extends DomWidget<S> {

  private final String styleModel;

  /** The names of the model and of its style model are given without {@code Model}. */
  Control(String name, String style, String description, Map<String, ?> rest) {
    super(CONTROLS, VERSION, name, state(description, rest));
    styleModel = style + "Model";
  }

  private static Map<String, Object> state(String description, Map<String, ?> rest) {
    Map<String, Object> state = new LinkedHashMap<>(rest);
    state.put("description", description);
    return state;
  }

  /** Sets the label. */
  public S description(String text) {
    set("description", text);
    return self();
  }

  /** The label, possibly empty. */
  public String description() {
    return get("description") instanceof String text ? text : "";
  }

  /** Sets the width of the label, such as {@code 12em}; {@code initial} fits it to its text. */
  public S descriptionWidth(String css) {
    return style("description_width", css);
  }

  /** Sets a style property by ipywidgets' name for it, such as {@code handle_color} of a slider. */
  public S style(String part, String css) {
    Map<String, String> view = Map.of("_view_module", BASE);
    part("style", () -> new Widget(CONTROLS, VERSION, styleModel, "StyleView", view))
        .set(part, css);
    return self();
  }

  /** Disables the control, or enables it again. */
  public S disabled(boolean disabled) {
    set("disabled", disabled);
    return self();
  }

  public boolean isDisabled() {
    return Boolean.TRUE.equals(get("disabled"));
  }
}
