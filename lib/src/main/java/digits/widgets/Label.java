package digits.widgets;

import java.util.Collections;
import java.util.Optional;

/** A line of plain text. */
public final class Label extends ValueControl<String, Label> {

  /**
   * Shows text.
   *
   * @param text what is to be read
   */
  public Label(String text) {
    super("Label", "LabelStyle", "value", Collections.singletonMap("value", text));
  }

  /** The reader only sees it. */
  @Override
  boolean isOffered(String value) {
    return false;
  }

  @Override
  Optional<String> read(Object json) {
    return ofType(String.class, json);
  }
}
