// SPDX-License-Identifier: Apache-2.0
/**
 * Jupyter widgets for Java notebooks: sliders, buttons, layouts, and front-ends of your own. The
 * page draws them with ipywidgets and anywidget, which are installed alongside JupyterLab; no
 * Python runs in the kernel.
 *
 * <p>{@link jjava.widgets.Widget} describes what all widgets have in common: threads, lifetime, and
 * how failures in callbacks are reported. The package depends on the JJava kernel only.
 */
package jjava.widgets;
