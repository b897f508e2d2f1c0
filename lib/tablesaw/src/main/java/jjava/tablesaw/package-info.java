// SPDX-License-Identifier: Apache-2.0
/**
 * Displays Tablesaw tables and jsplot figures in JupyterLab on the JJava kernel: tables as HTML,
 * figures with JupyterLab's Plotly renderer, and both as text. Nothing is loaded from the network.
 *
 * <p>The kernel finds {@link jjava.tablesaw.TablesawExtension} by itself when the library is on its
 * class path. The package depends on Tablesaw and on the kernel only.
 */
package jjava.tablesaw;
