/**
 * How good a model is: on digits that it was not trained on, in scikit-learn's terms, as numbers
 * and as Tablesaw tables.
 *
 * <ul>
 *   <li>{@link digits.evaluate.Evaluation} holds the ten's answers, {@link
 *       digits.evaluate.ConfusionMatrix} counts them, {@link digits.evaluate.Baseline} is what they
 *       have to beat, {@link digits.evaluate.CrossValidation} makes them without test digits.
 *   <li>{@link digits.evaluate.Scores} holds what one yes/no classifier says; {@link
 *       digits.evaluate.Detection} counts at one threshold, {@link digits.evaluate.Curve} at all.
 *   <li>{@link digits.evaluate.Calibration} makes probabilities of scores, {@link
 *       digits.evaluate.Reliability} judges them.
 *   <li>{@link digits.evaluate.Coverage} lets a model say that it does not know; {@link
 *       digits.evaluate.McNemar} asks whether one of two models is better.
 * </ul>
 *
 * <p>Numbers in tables are kept whole and shown with four decimals.
 */
package digits.evaluate;
