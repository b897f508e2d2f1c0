package digits.acceptance.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** A figure that JupyterLab's Plotly renderer draws in an output. */
public final class Figure {

  static final String SELECTOR = ".jp-RenderedPlotly";

  private static final int MILLISECONDS_FOR_HOVER = 300;

  private final Page page;
  private final int index;

  Figure(Page page, int index) {
    this.page = page;
    this.index = index;
  }

  /** Its place among the figures of the notebook. */
  @Override
  public String toString() {
    return "figure " + (index + 1);
  }

  private Locator place() {
    return page.locator(SELECTOR).nth(index);
  }

  /** Whether the plot is drawn, rather than an empty frame or only its saved picture. */
  public boolean isDrawn() {
    return (boolean) place().evaluate("node => inPage.isFigureDrawn(node)");
  }

  /** The title in the drawing; empty if there is none. */
  public String title() {
    return (String) place().evaluate("node => inPage.figureTitle(node)");
  }

  /** Axes that have tick labels but no title. */
  public List<String> axesWithoutTitle() {
    return ((List<?>) place().evaluate("node => inPage.axesWithoutTitle(node)"))
        .stream().map(String.class::cast).toList();
  }

  /** Evaluates a script function on the figure's element. */
  public Object evaluate(String function) {
    return place().evaluate(function);
  }

  /** Moves the mouse over the figure's points until a hover label appears. */
  public boolean reactsToHover() {
    place().scrollIntoViewIfNeeded();
    List<?> points = (List<?>) place().evaluate("node => inPage.pointsToHover(node)");
    for (Object point : points) {
      Map<?, ?> at = (Map<?, ?>) point;
      page.mouse().move(number(at.get("x")) - 3, number(at.get("y")));
      page.mouse().move(number(at.get("x")), number(at.get("y")));
      if (saysSomething()) {
        page.mouse().move(0, 0);
        return true;
      }
    }
    return false;
  }

  private boolean saysSomething() {
    for (int waited = 0; waited < MILLISECONDS_FOR_HOVER; waited += 50) {
      if ((boolean) place().evaluate("node => inPage.showsHover(node)")) {
        return true;
      }
      page.waitForTimeout(50);
    }
    return false;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
