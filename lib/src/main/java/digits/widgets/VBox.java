package digits.widgets;

/** Widgets one below the other. */
public final class VBox extends Box<VBox> {

  /**
   * Holds widgets.
   *
   * @param children from top to bottom
   */
  public VBox(DomWidget<?>... children) {
    super("VBox", listed(children));
  }
}
