// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;

/** A push button. */
public final class Button extends Control<Button> {

  public Button(String description) {
    super("Button", "ButtonStyle", description, Map.of());
  }

  /** Calls the listener on each click, by mouse or keyboard, unless the button is disabled. */
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
   * Sets the colour by its purpose: {@code primary}, {@code success}, {@code info}, {@code warning}
   * or {@code danger}.
   */
  public Button purpose(String purpose) {
    set("button_style", purpose);
    return this;
  }

  /** Shows a Font Awesome icon before the label, such as {@code play}. */
  public Button icon(String name) {
    set("icon", name);
    return this;
  }

  /** Empty: a button is of no use without a kernel. */
  @Override
  protected Still still() {
    return Still.of("");
  }
}
