/** The notebooks as a reader sees them: in a real JupyterLab, in a real browser. */
package digits.acceptance.page;
