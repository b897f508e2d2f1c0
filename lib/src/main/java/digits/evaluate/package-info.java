/**
 * How good a model is: on a set of digits that it was not trained on, in scikit-learn's terms, as
 * numbers and as Tablesaw tables.
 */
package digits.evaluate;
