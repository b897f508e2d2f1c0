package digits.widgets;

import java.util.Collections;
import java.util.Optional;

/** A line of plain text. */
public final class Label extends ValueControl<String, Label> {

  public Label(String text) {
    super("Label", "LabelStyle", "", Collections.singletonMap("value", text));
  }

  /** Read-only in the page. */
  @Override
  boolean isOffered(String value) {
    return false;
  }

  @Override
  Optional<String> read(Object json) {
    return ofType(String.class, json);
  }
}
