/**
 * Widgets for digits: what a reader touches. {@link digits.panels.DigitPad} is paper to draw on.
 *
 * <p>Where no kernel runs, each shows a picture that says the same.
 */
package digits.panels;
