package digits.widgets;

/** Widgets side by side. */
public final class HBox extends Box<HBox> {

  public HBox(DomWidget<?>... children) {
    super("HBox", children);
  }

  @Override
  protected Still still() {
    return stills(true);
  }
}
