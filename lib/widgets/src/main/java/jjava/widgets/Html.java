// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Collections;
import java.util.Optional;

/** A piece of HTML. */
public final class Html extends ValueControl<String, Html> {

  /**
   * Creates a widget that shows HTML.
   *
   * @param html inserted as is; pass text that you do not trust through {@link Still#escape} first
   */
  public Html(String html) {
    super("HTML", "HTMLStyle", "", Collections.singletonMap("value", html));
  }

  @Override
  boolean isOffered(String value) {
    return false; // Read-only in the page.
  }

  @Override
  Optional<String> read(Object json) {
    return ofType(String.class, json);
  }

  @Override
  protected Still still() {
    String html = value();
    return new Still(
        html.isEmpty() ? "" : "<div>" + html + "</div>",
        html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip());
  }
}
