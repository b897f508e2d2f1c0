/**
 * Controls in JupyterLab, from Java: sliders, buttons, layouts, and front-ends of your own. The
 * page draws them with ipywidgets and anywidget, which are installed beside JupyterLab; no Python
 * runs.
 *
 * <p>{@link digits.widgets.Widget} says what all have in common: which threads, how long they live,
 * what happens when a callback fails. The package knows the kernel and nothing of digits.
 */
package digits.widgets;
