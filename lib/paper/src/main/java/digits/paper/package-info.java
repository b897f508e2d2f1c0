/**
 * From a photograph or a scan to digits: {@link digits.paper.Page} finds the ink on paper, cuts it
 * into digits and puts them in rows; {@link digits.paper.Reading} is what a model makes of them.
 *
 * <p>On the way: {@code PictureFile} (a file becomes grey pixels), {@code Paper} (grey becomes
 * ink), {@code Rules} (printed lines go), {@code Blob} (connected ink), {@code Figures} (blobs
 * become digits), {@code Rows} (digits in reading order).
 */
package digits.paper;
