/**
 * Training: a {@link digits.learn.Trainer} maps digits to features and lets a {@link
 * digits.learn.Learner} make one yes/no classifier of each digit.
 *
 * <p>Each of the ten is a binary problem of its own, "this digit" against "any other". What does
 * not depend on the digit, such as the feature matrix, its Gram matrix and each pass over memory,
 * is shared; the numbers that come out are those that the digit gets when it is trained alone.
 */
package digits.learn;
