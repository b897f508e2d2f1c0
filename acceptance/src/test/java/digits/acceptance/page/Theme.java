package digits.acceptance.page;

/** The two themes that every reader has. */
public enum Theme {
  LIGHT("JupyterLab Light"),
  DARK("JupyterLab Dark");

  private final String title;

  Theme(String title) {
    this.title = title;
  }

  /** What JupyterLab calls it. */
  String title() {
    return title;
  }
}
