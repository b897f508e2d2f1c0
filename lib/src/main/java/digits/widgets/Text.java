package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A line of text to write in, empty at first. The listener is told at Enter or when it is left. */
public final class Text extends ValueControl<String, Text> {

  public Text(String description) {
    super("Text", "TextStyle", description, Map.of("value", "", "continuous_update", false));
  }

  /** Sets the hint that stands in the empty line. */
  public Text placeholder(String text) {
    set("placeholder", text);
    return this;
  }

  @Override
  Optional<String> read(Object json) {
    return ofType(String.class, json);
  }
}
