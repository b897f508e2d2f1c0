/**
 * Tablesaw's tables and figures show themselves in JupyterLab on the JJava kernel.
 *
 * <p>The kernel finds {@link digits.tablesaw.TablesawExtension} when the jar comes onto its class
 * path. From then on a cell that ends with a table shows an HTML table, and one that ends with a
 * jsplot figure shows it through the page's own Plotly renderer. Nothing is loaded from the
 * network. Each output has a text form that says the same.
 *
 * <p>The package knows Tablesaw and the kernel, and nothing of digits: it can be taken as it is.
 */
package digits.tablesaw;
