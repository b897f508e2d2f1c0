/**
 * What a notebook shows: pictures of digits, weights and verdicts, and work that is under way.
 *
 * <p>Each picture is a {@link java.awt.image.BufferedImage}, so a cell shows it by returning it. It
 * lies on an opaque card and reads on light and dark pages. Colours mean the same everywhere, see
 * {@link digits.notebook.Palette}, and nothing is told by colour alone.
 */
package digits.notebook;
