/**
 * Interactive panels: {@link digits.panels.DigitPad} to draw on, {@link digits.panels.DigitTester}
 * to click through digits and what the classifiers say of them, and {@link
 * digits.panels.TrainingPanel} to train.
 *
 * <p>In a saved notebook without a kernel, each shows a still picture or text instead.
 */
package digits.panels;
