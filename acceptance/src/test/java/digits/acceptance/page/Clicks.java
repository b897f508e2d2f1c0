package digits.acceptance.page;

import java.util.List;

/** A reader who clicks through the digit tester as fast as it answers. */
public final class Clicks {

  /** Clicks a number of times, waiting for each picture; returns the milliseconds of each click. */
  private static final String CLICK =
      """
      async (node, count) => {
        const panel = node.closest(".tester");
        const caption = panel.querySelector(".digits-caption");
        const times = [];
        for (let i = 0; i < count; i++) {
          const before = performance.now();
          const changed = new Promise(done => {
            const watch = new MutationObserver(() => { watch.disconnect(); done(); });
            watch.observe(caption, { childList: true, characterData: true, subtree: true });
          });
          node.click();
          await changed;
          times.push(performance.now() - before);
          await new Promise(done => setTimeout(done, 0));
        }
        return times;
      }""";

  private Clicks() {}

  /** Clicks Next; returns the milliseconds until each picture is there. */
  @SuppressWarnings("unchecked") // The script returns numbers.
  public static List<Double> next(NotebookPage notebook, int count) {
    Object times = notebook.page().locator(".tester [data-control=next]").evaluate(CLICK, count);
    return ((List<Number>) times).stream().map(Number::doubleValue).toList();
  }

  /** The median. */
  public static double middle(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
