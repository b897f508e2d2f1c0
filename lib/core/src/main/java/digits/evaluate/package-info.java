/**
 * Measures how good a model is on digits that it was not trained on, in scikit-learn's terms, as
 * numbers and as Tablesaw tables.
 *
 * <ul>
 *   <li>{@link digits.evaluate.Evaluation} holds a model's predictions, {@link
 *       digits.evaluate.ConfusionMatrix} counts them, {@link digits.evaluate.Baseline} is the
 *       accuracy to beat, and {@link digits.evaluate.CrossValidation} needs no test digits.
 *   <li>{@link digits.evaluate.Scores} holds the answers of one yes/no classifier; {@link
 *       digits.evaluate.Detection} counts them at one threshold, {@link digits.evaluate.Curve} at
 *       all thresholds.
 *   <li>{@link digits.evaluate.Calibration} turns scores into probabilities, and {@link
 *       digits.evaluate.Reliability} judges those.
 *   <li>{@link digits.evaluate.Coverage} lets a model say "I don't know"; {@link
 *       digits.evaluate.McNemar} tests whether one of two models is better.
 * </ul>
 *
 * <p>Shares in most tables keep their full precision but are shown with four decimals.
 */
package digits.evaluate;
