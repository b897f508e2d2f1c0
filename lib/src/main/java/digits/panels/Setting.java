package digits.panels;

import digits.widgets.Control;
import digits.widgets.HBox;
import digits.widgets.Html;
import digits.widgets.Still;

/** A control of the training panel, and beside it what there is to say of its value. */
final class Setting {

  private final Html note = new Html("");
  private final HBox row;
  private boolean sound = true;

  Setting(Control<?> control) {
    control.width("340px").descriptionWidth("110px");
    row = new HBox(control, note);
  }

  HBox row() {
    return row;
  }

  /** Whether the value makes sense. */
  boolean isSound() {
    return sound;
  }

  /** The value makes sense. */
  void explain(String text) {
    say(true, "var(--jp-ui-font-color2, #5c6269)", text);
  }

  /** The value makes none. */
  void refuse(String text) {
    say(false, "var(--jp-error-color1, #b00020)", text);
  }

  private void say(boolean sound, String color, String text) {
    this.sound = sound;
    String role = sound ? "" : " role=\"alert\"";
    note.value(
        text.isEmpty()
            ? ""
            : "<span" + role + " style=\"color: " + color + "\">" + Still.escape(text) + "</span>");
  }
}
