package digits.widgets;

/** Pages, one of which is open. */
public final class Tab extends Pages<Tab> {

  /** Has no pages yet. The first that is added is open. */
  public Tab() {
    super("Tab");
    set("selected_index", 0);
  }
}
