/** Gives the acceptance tests access to package-private classes. */
package digits.data;
