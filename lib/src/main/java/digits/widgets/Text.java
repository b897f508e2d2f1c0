package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A line of text to write in. */
public final class Text extends ValueControl<String, Text> {

  /**
   * An empty line. The listener is told when the reader presses Enter or leaves it.
   *
   * @param description the label
   */
  public Text(String description) {
    super(
        "Text",
        "TextStyle",
        "value",
        state(description, Map.of("value", "", "continuous_update", false)));
  }

  /**
   * Sets what stands in the empty line.
   *
   * @param text a hint
   */
  public Text placeholder(String text) {
    set("placeholder", text);
    return this;
  }

  /**
   * Whether the listener is told at each key, or only at Enter and when the line is left.
   *
   * @param continuous true for each key
   */
  public Text continuous(boolean continuous) {
    set("continuous_update", continuous);
    return this;
  }

  @Override
  Optional<String> read(Object json) {
    return ofType(String.class, json);
  }
}
