package digits.widgets;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a cell really shows: the widget, and below it what its callbacks threw. */
final class Frame extends DomWidget<Frame> {

  private final DomWidget<?> widget;
  private final Html message = new Html("");
  private boolean failed;

  Frame(DomWidget<?> widget) {
    super(Control.MODULE, Control.VERSION, "VBox", Map.of("children", List.of(widget)));
    this.widget = widget;
    widget.onClose(
        () -> {
          message.close();
          close();
        });
  }

  synchronized void failed(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    message.value(
        "<details role=\"alert\" style=\"color: var(--jp-error-color1, #b00020); line-height: 1.5\">"
            + "<summary style=\"cursor: pointer\">"
            + Still.escape(said(failure))
            + "</summary><pre style=\"line-height: 1.3; overflow-x: auto\">"
            + Still.escape(cut(trace.toString(), 20_000))
            + "</pre></details>");
    failed = true;
    set("children", List.of(widget, message));
  }

  /** What went wrong, in its own words; which kind of thing it was is said in the stack trace. */
  static String said(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? "This failed without a message: the details say where."
        : cut(message, 1_000);
  }

  /** A message may quote what the page has sent, and that may be long. */
  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " ...";
  }

  synchronized void well() {
    if (failed) {
      failed = false;
      set("children", List.of(widget));
      message.value("");
    }
  }

  @Override
  protected Still still() {
    return widget.stillPart();
  }

  @Override
  Optional<Frame> frame() {
    return Optional.of(this);
  }
}
