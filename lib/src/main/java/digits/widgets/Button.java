package digits.widgets;

import java.util.Map;

/** A button. */
public final class Button extends Control<Button> {

  public Button(String description) {
    super("Button", "ButtonStyle", description, Map.of());
  }

  /** Listens to clicks, by mouse or keyboard, while the button is not out of use. */
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
   * Gives a colour: {@code primary}, {@code success}, {@code info}, {@code warning}, {@code
   * danger}.
   */
  public Button purpose(String purpose) {
    set("button_style", purpose);
    return this;
  }

  /** Puts a symbol of Font Awesome before the words, such as {@code play}. */
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
