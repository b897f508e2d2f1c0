/**
 * Ten yes/no classifiers and their predictions.
 *
 * <p>Each {@link digits.model.BinaryClassifier} detects one digit and answers yes or no by the sign
 * of its margin (scikit-learn's decision function). A {@link digits.model.Decision} turns the ten
 * margins into one answer.
 */
package digits.model;
