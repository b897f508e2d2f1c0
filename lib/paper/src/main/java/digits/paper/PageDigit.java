package digits.paper;

import digits.data.Digit;

/**
 * A digit on a page.
 *
 * @param digit its pixels, unlabelled
 * @param row the row that it stands in, from 0 at the top
 * @param left pixels between the left edge of the page and the box around the ink
 * @param top pixels between the top of the page and the box
 * @param width of the box in pixels of the page
 * @param height of the box
 */
public record PageDigit(Digit digit, int row, int left, int top, int width, int height) {}
