/**
 * What a classifier sees of a digit: a row of numbers, made by a {@link
 * digits.features.FeatureMap}.
 */
package digits.features;
