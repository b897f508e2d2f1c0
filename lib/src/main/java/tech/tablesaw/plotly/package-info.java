/** One class of jsplot's that would not work on a kernel. */
package tech.tablesaw.plotly;
