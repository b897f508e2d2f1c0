/** What a notebook shows: pictures of digits, weights and verdicts, and work that is under way. */
package digits.notebook;
