// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Shows the elements of a list, array, map or optional one below the other. */
final class Several {

  static final MIMEType PLOTLY = MIMEType.parse(FigureView.MIME_TYPE);

  private static final int MOST = 20;
  private static final int DEPTH = 4; // A list may contain itself.

  private static final List<MIMEType> RICH =
      List.of(MIMEType.TEXT_HTML, PLOTLY, MIMEType.IMAGE_PNG);

  private Several() {}

  /**
   * Shows the elements of a container if any of the first ones is more than text: the last as the
   * result of the running cell, the others before it. Otherwise leaves the value to the kernel.
   */
  static void show(Object value, RenderContext context) {
    List<?> held = isContainer(value) ? held(value, DEPTH).limit(MOST + 1).toList() : List.of();
    List<DisplayData> shown = new ArrayList<>();
    held.stream().limit(MOST).forEach(each -> shown.add(rendered(each, context)));
    if (shown.stream().noneMatch(data -> RICH.stream().anyMatch(data::hasDataForType))) {
      return;
    }
    if (held.size() > MOST) {
      shown.add(new DisplayData("Only the first " + MOST + " are shown."));
    }
    Optional<BaseKernel> kernel = RunningCell.kernel();
    if (kernel.isEmpty()) {
      Stream<Object> words = shown.stream().map(data -> data.getData(MIMEType.TEXT_PLAIN));
      String text = words.map(String::valueOf).collect(Collectors.joining("\n"));
      context.getOutputContainer().putText(text);
      return;
    }
    shown.subList(0, shown.size() - 1).forEach(kernel.get()::display);
    context.getOutputContainer().assign(shown.get(shown.size() - 1));
  }

  private static DisplayData rendered(Object each, RenderContext context) {
    if (each == null || isContainer(each)) { // Null, or nested too deep.
      return new DisplayData(each == null ? "–" : "…");
    }
    return context.getRenderer().render(each);
  }

  private static boolean isContainer(Object value) {
    return elements(value).isPresent();
  }

  /** The elements of a container; empty for any other value. */
  private static Optional<Stream<?>> elements(Object value) {
    if (value instanceof Object[] array) {
      return Optional.of(Arrays.stream(array));
    }
    if (value instanceof Map<?, ?> map) {
      return Optional.of(map.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())));
    }
    if (value instanceof Optional<?> optional) {
      return Optional.of(optional.stream());
    }
    return value instanceof Collection || isA("table.TableSliceGroup", value)
        ? Optional.of(StreamSupport.stream(((Iterable<?>) value).spliterator(), false))
        : Optional.empty();
  }

  /** The elements of a container and of those in it, or the value itself. */
  private static Stream<?> held(Object value, int depth) {
    if (value == null || depth == 0 || !isContainer(value)) {
      return Stream.of(value);
    }
    return elements(value).orElseThrow().flatMap(each -> held(each, depth - 1));
  }

  /** Whether a value has a type of Tablesaw's, which may be missing from the class path. */
  static boolean isA(String type, Object value) {
    try {
      return Class.forName("tech.tablesaw." + type, false, value.getClass().getClassLoader())
          .isInstance(value);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
