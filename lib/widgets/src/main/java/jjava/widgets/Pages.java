// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A box whose children have titles. */
abstract class Pages<S extends Pages<S>> extends Box<S> {

  private List<String> titles = List.of();

  Pages(String name) {
    super(name);
  }

  /** Adds a page; its content is visible while the page is open. */
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

  /** Lets users open a page or close the open one. */
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
