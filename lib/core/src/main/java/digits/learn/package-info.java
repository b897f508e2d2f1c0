/**
 * Training: a {@link digits.learn.Trainer} maps digits to features and lets a {@link
 * digits.learn.Learner} make one yes/no classifier per digit.
 *
 * <p>Each classifier solves a binary problem of its own, "this digit" against "any other". Whatever
 * does not depend on the digit, such as the feature matrix, its Gram matrix and each pass over
 * memory, is shared; the resulting numbers are the same as when the digit is trained alone.
 */
package digits.learn;
