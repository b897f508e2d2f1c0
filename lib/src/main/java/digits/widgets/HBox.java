package digits.widgets;

/** Widgets side by side. */
public final class HBox extends Box<HBox> {

  /**
   * Holds widgets.
   *
   * @param children from left to right
   */
  public HBox(DomWidget<?>... children) {
    super("HBox", listed(children));
  }

  @Override
  protected Still still() {
    return Still.all(children().stream().map(DomWidget::stillPart).toList(), true);
  }
}
