package digits.widgets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * A place in a layout for whatever a cell can show: pictures, tables, figures. The same as an
 * output below a cell, but it can change after the cell has ended.
 */
public final class Output extends DomWidget<Output> {

  private List<DisplayData> shown = List.of();

  /** Nothing to see yet. */
  public Output() {
    super("@jupyter-widgets/output", "1.0.0", "Output", Map.of("msg_id", "", "outputs", List.of()));
  }

  /**
   * Shows things in the place of what was there.
   *
   * @param things from top to bottom, each as the kernel shows it when a cell returns it; none
   *     leaves the place empty
   * @return this widget
   */
  public Output show(Object... things) {
    List<DisplayData> rendered = Arrays.stream(things).map(Rendered::of).toList();
    return put(rendered);
  }

  /**
   * Shows one more thing below the others.
   *
   * @param thing as the kernel shows it when a cell returns it
   * @return this widget
   */
  public synchronized Output add(Object thing) {
    List<DisplayData> longer = new ArrayList<>(shown);
    longer.add(Rendered.of(thing));
    return put(longer);
  }

  private synchronized Output put(List<DisplayData> rendered) {
    shown = List.copyOf(rendered);
    set("outputs", rendered.stream().map(Rendered::output).toList());
    return this;
  }

  @Override
  protected Still still() {
    return Still.all(shown.stream().map(Rendered::still).toList(), false);
  }
}
