/**
 * Controls in JupyterLab, from Java: sliders, buttons, layouts, and front-ends of one's own.
 *
 * <p>The page draws them with ipywidgets and anywidget, which are installed beside JupyterLab; no
 * Python runs. A cell shows a widget by returning it:
 *
 * <pre>{@code
 * var power = new IntSlider("power", 0, 10).value(3);
 * var result = new Output();
 * Runnable show = () -> result.show("2 to the " + power.value() + " is " + (1 << power.value()));
 * power.onChange(value -> show.run());
 * var work = new Background(power);
 * var count = new Button("Count").onClick(() -> work.start(() -> {
 *   for (int i = 0; i <= 10; i++) { power.value(i); show.run(); Thread.sleep(500); }
 * }));
 * var stop = new Button("Stop").onClick(work::stop);
 * new VBox(power, new HBox(count, stop), result)
 * }</pre>
 *
 * <p>{@link digits.widgets.Widget} says what all have in common: which threads, how long they live,
 * what happens when a callback fails. The package knows the kernel and nothing of digits: it can be
 * taken as it is.
 */
package digits.widgets;
