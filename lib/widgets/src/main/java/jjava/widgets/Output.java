// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * An area that displays anything a cell can: pictures, tables, figures. Unlike the output of a
 * cell, it can be updated after the cell has finished. It is initially empty.
 */
public final class Output extends DomWidget<Output> {

  private List<DisplayData> shown = List.of();
  private List<Widget> widgets = List.of();

  public Output() {
    super("@jupyter-widgets/output", "1.0.0", "Output", Map.of("msg_id", "", "outputs", List.of()));
  }

  /** Replaces the contents; each thing is rendered as if a cell had returned it. */
  public Output show(Object... things) {
    return put(List.of(), List.of(), Needed.of(things, "A list of things"));
  }

  /** Appends one more thing. */
  public synchronized Output add(Object thing) {
    return put(shown, widgets, thing);
  }

  private synchronized Output put(
      List<DisplayData> before, List<Widget> widgetsBefore, Object... things) {
    List<DisplayData> all = new ArrayList<>(before);
    List<Widget> allWidgets = new ArrayList<>(widgetsBefore);
    for (Object thing : things) {
      if (thing instanceof Widget widget) {
        checkNoRing(widget);
        allWidgets.add(widget);
      }
      all.add(Rendered.of(thing));
    }
    set("outputs", all.stream().map(Rendered::output).toList());
    shown = List.copyOf(all);
    widgets = List.copyOf(allWidgets);
    return this;
  }

  @Override
  synchronized List<Widget> parts() {
    return widgets;
  }

  @Override
  protected Still still() {
    return Still.all(shown.stream().map(Rendered::still).toList(), false);
  }
}
