/** Tries to break what SECURITY.md promises. Each test has a short form and a long one. */
package digits.acceptance.torture;
