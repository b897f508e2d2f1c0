package digits.widgets;

import java.util.Map;

/** A button. */
public final class Button extends Control<Button> {

  /**
   * A button that does nothing yet.
   *
   * @param description what is written on it
   */
  public Button(String description) {
    super("Button", "ButtonStyle", state(description, Map.of()));
  }

  /**
   * Listens to clicks, by mouse or keyboard.
   *
   * @param listener is called at each click while the button is not out of use
   */
  public Button onClick(Runnable listener) {
    Needed.of(listener, "A listener");
    onMessage(
        (content, attachments) -> {
          if ("click".equals(content.get("event")) && !isDisabled()) {
            listener.run();
          }
        });
    return this;
  }

  /**
   * Gives the button a colour that says what it is for.
   *
   * @param purpose one of {@code primary}, {@code success}, {@code info}, {@code warning}, {@code
   *     danger}, or nothing
   */
  public Button purpose(String purpose) {
    set("button_style", purpose);
    return this;
  }

  /**
   * Puts a symbol before the words.
   *
   * @param name of Font Awesome, without {@code fa-}, such as {@code play}
   */
  public Button icon(String name) {
    set("icon", name);
    return this;
  }

  /** A button that cannot be pressed says nothing. */
  @Override
  protected Still still() {
    return Still.of("");
  }
}
