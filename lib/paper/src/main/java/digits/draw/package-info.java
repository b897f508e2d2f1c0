/**
 * Digits that readers draw themselves: strokes of a pen, made into digits like those of MNIST, and
 * kept in files.
 */
package digits.draw;
