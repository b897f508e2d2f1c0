/**
 * Ten yes/no classifiers and what they say of a digit.
 *
 * <p>Each {@link digits.model.BinaryClassifier} detects one digit and answers yes or no by the sign
 * of its margin (scikit-learn's decision function). A {@link digits.model.Decision} makes one
 * answer of the ten.
 */
package digits.model;
