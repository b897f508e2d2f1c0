package digits.widgets;

import java.util.Collections;
import java.util.Optional;

/** Text in HTML. */
public final class Html extends ValueControl<String, Html> {

  /**
   * Shows HTML.
   *
   * @param html is trusted: what you do not trust must go through {@link Still#escape}
   */
  public Html(String html) {
    super("HTML", "HTMLStyle", "", Collections.singletonMap("value", html));
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

  @Override
  protected Still still() {
    String html = value();
    return new Still(
        html.isEmpty() ? "" : "<div>" + html + "</div>",
        html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip());
  }
}
