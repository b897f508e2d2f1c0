package digits.widgets;

/** Widgets one below the other. */
public final class VBox extends Box<VBox> {

  public VBox(DomWidget<?>... children) {
    super("VBox", children);
  }
}
