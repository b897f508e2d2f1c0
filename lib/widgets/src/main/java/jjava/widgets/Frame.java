// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a cell actually displays: the widget and, below it, the error of its last callback. */
final class Frame extends Widget {

  private final Widget widget;
  private final Widget message =
      new Widget(CONTROLS, VERSION, "HTMLModel", "HTMLView", Map.of("value", ""));
  private boolean failed;

  Frame(Widget widget) {
    super(CONTROLS, VERSION, "VBoxModel", "VBoxView", Map.of("children", List.of(widget)));
    this.widget = widget;
    widget.onClose(message::close);
    widget.onClose(this::close);
  }

  @Override
  synchronized void ended(Optional<Throwable> failure) {
    if (failure.isPresent()) {
      message.set("value", Still.failure(failure.get()).html());
      set("children", List.of(widget, message));
    } else if (failed) {
      set("children", List.of(widget));
      message.set("value", "");
    }
    failed = failure.isPresent();
  }
}
