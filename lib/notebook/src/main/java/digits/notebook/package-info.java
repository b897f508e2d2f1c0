/**
 * What a notebook shows: pictures of digits, weights and verdicts, charts, and progress.
 *
 * <p>Each picture is a {@link java.awt.image.BufferedImage}, so a cell shows it by returning it. It
 * is an opaque card that is legible on light and dark pages. Colours mean the same everywhere, see
 * {@link digits.notebook.Palette}, and nothing is conveyed by colour alone.
 */
package digits.notebook;
