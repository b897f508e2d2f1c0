/**
 * Tablesaw's tables and figures show themselves in JupyterLab on the JJava kernel: HTML tables, and
 * figures drawn by the page's own Plotly renderer, each with a text that says the same. Nothing is
 * loaded from the network.
 *
 * <p>The kernel finds {@link digits.tablesaw.TablesawExtension} when the jar comes onto its class
 * path. The package knows Tablesaw and the kernel, and nothing of digits.
 */
package digits.tablesaw;
