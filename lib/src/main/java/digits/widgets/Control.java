package digits.widgets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A control of ipywidgets.
 *
 * @param <S> the kind of control, which the setters return
 */
public abstract class Control<S extends Control<S>> extends DomWidget<S> {

  static final String MODULE = "@jupyter-widgets/controls";
  static final String VERSION = "2.0.0";

  private final String styleModel;
  private Optional<Style> style = Optional.empty();

  /**
   * Makes the model in the pages.
   *
   * @param name the name of the model and of the view, without {@code Model} and {@code View}
   * @param style the name of the model that holds its style, without {@code Model}
   * @param initial the rest of the state
   */
  Control(String name, String style, Map<String, ?> initial) {
    super(MODULE, VERSION, name, initial);
    styleModel = style;
  }

  /** A state that begins with the label. */
  static Map<String, Object> state(String description, Map<String, ?> rest) {
    Map<String, Object> state = new LinkedHashMap<>(rest);
    state.put("description", description);
    return state;
  }

  /**
   * Sets the label.
   *
   * @param text a few words
   */
  public S description(String text) {
    set("description", text);
    return self();
  }

  /**
   * The label.
   *
   * @return a few words, or nothing
   */
  public String description() {
    return get("description") instanceof String text ? text : "";
  }

  /**
   * Sets the room for the label.
   *
   * @param css such as {@code 12em}, or {@code initial} for as much as it needs
   */
  public S descriptionWidth(String css) {
    return style("description_width", css);
  }

  /**
   * Sets how a part of the control looks.
   *
   * @param part as ipywidgets names it, such as {@code handle_color} of a slider or {@code
   *     button_color}
   * @param css the value
   */
  public S style(String part, String css) {
    if (style.isEmpty()) {
      style = Optional.of(new Style(styleModel));
      set("style", style.get());
      onClose(style.get()::close);
    }
    style.get().set(part, css);
    return self();
  }

  /**
   * Takes the control out of use, or back into it.
   *
   * @param disabled whether the reader cannot use it
   */
  public S disabled(boolean disabled) {
    set("disabled", disabled);
    return self();
  }

  /** Whether the reader cannot use the control. */
  public boolean isDisabled() {
    return Boolean.TRUE.equals(get("disabled"));
  }
}
