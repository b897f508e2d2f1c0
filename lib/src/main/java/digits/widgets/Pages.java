package digits.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A box whose widgets each have a title.
 *
 * @param <S> the kind of box, which the setters return
 */
abstract class Pages<S extends Pages<S>> extends Box<S> {

  private List<String> titles = List.of();

  Pages(String name) {
    super(name);
  }

  /** Adds a page, whose content is to be seen when it is open. */
  public S page(String title, DomWidget<?> content) {
    List<String> longer = new ArrayList<>(titles);
    longer.add(Needed.of(title, "A title"));
    List<DomWidget<?>> all = new ArrayList<>(children());
    all.add(Needed.of(content, "A widget"));
    set(Map.of("titles", longer, "children", all));
    titles = List.copyOf(longer);
    adopt(List.copyOf(all));
    return self();
  }

  /** A reader opens a page, or closes the one that is open. */
  @Override
  protected boolean accepts(String key, Object value) {
    return key.equals("selected_index")
        && (value == null
            || ValueControl.whole(value).filter(i -> i >= 0 && i < children().size()).isPresent());
  }

  @Override
  protected Still still() {
    List<Still> parts = new ArrayList<>();
    for (int i = 0; i < children().size(); i++) {
      String title = i < titles.size() ? titles.get(i) : "";
      parts.add(new Still(title.isEmpty() ? "" : "<b>" + Still.escape(title) + "</b>", title));
      parts.add(children().get(i).stillPart());
    }
    return Still.all(parts, false);
  }
}
