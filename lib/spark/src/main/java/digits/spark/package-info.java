/**
 * Training on Apache Spark: parts of the digits are worked on by its executors, and what they have
 * learned is added up on the way back.
 */
package digits.spark;
