package digits.widgets;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A control of ipywidgets.
 *
 * @param <S> the kind of control, which the setters return
 */
public abstract class Control<S extends Control<S>> extends DomWidget<S> {

  private final String styleModel;

  /** Takes the names of the model and of its style, both without {@code Model}. */
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

  /** The label; may be empty. */
  public String description() {
    return get("description") instanceof String text ? text : "";
  }

  /** Sets the room for the label: {@code 12em}, or {@code initial} for as much as it needs. */
  public S descriptionWidth(String css) {
    return style("description_width", css);
  }

  /**
   * Sets how a part of the control looks.
   *
   * @param part as ipywidgets names it, such as {@code handle_color} of a slider or {@code
   *     button_color}
   */
  public S style(String part, String css) {
    Map<String, String> view = Map.of("_view_module", BASE);
    part("style", () -> new Widget(CONTROLS, VERSION, styleModel, "StyleView", view))
        .set(part, css);
    return self();
  }

  /** Takes the control out of use, or back into it. */
  public S disabled(boolean disabled) {
    set("disabled", disabled);
    return self();
  }

  /** Whether the reader cannot use the control. */
  public boolean isDisabled() {
    return Boolean.TRUE.equals(get("disabled"));
  }
}
