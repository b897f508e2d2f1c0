/** What {@code ./lab read} runs. */
package digits.app;
