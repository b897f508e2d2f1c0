// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Collections;
import java.util.Optional;

/** A line of plain text. */
public final class Label extends ValueControl<String, Label> {

  public Label(String text) {
    super("Label", "LabelStyle", "", Collections.singletonMap("value", text));
  }

  @Override
  boolean isOffered(String value) {
    return false; // Read-only in the page.
  }

  @Override
  Optional<String> read(Object json) {
    return ofType(String.class, json);
  }
}
