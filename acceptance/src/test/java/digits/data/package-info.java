/** Opens what only this package may see to the tests of the whole. */
package digits.data;
