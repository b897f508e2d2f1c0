/**
 * Ten yes/no classifiers, their predictions, and the file that keeps them.
 *
 * <p>Each {@link digits.model.BinaryClassifier} detects one digit and answers yes or no by the sign
 * of its margin (scikit-learn's decision function). A {@link digits.model.Decision} turns the ten
 * margins into one answer. {@link digits.model.ModelFile} saves a model and loads it again, bit for
 * bit or not at all.
 *
 * <p>The file is a {@code SavedModel}, as a Java serialization stream, in an {@code Envelope} with
 * a checksum. {@code docs/format.md} specifies it to the byte.
 */
package digits.model;
