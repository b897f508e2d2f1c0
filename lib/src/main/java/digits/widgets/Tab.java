package digits.widgets;

/** Pages, one of which is open: at first the first that is added. */
public final class Tab extends Pages<Tab> {

  public Tab() {
    super("Tab");
    set("selected_index", 0);
  }
}
