/**
 * The digits themselves: MNIST found or fetched, checked, read, and kept as bytes.
 *
 * <p>A pixel is 0 (paper) to 255 (ink), a digit is 28 x 28 pixels row by row from the top left, a
 * label is 0 to 9. Nothing here knows of features, learning or notebooks.
 */
package digits.data;
