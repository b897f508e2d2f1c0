/**
 * Widgets for digits: what a reader touches. {@link digits.panels.DigitPad} is paper to draw on,
 * {@link digits.panels.DigitTester} shows digits and what the classifiers say of them, {@link
 * digits.panels.TrainingPanel} trains them.
 *
 * <p>Where no kernel runs, each shows a picture that says the same.
 */
package digits.panels;
