// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

/** Pages stacked vertically; clicking a title opens its page. */
public final class Accordion extends Pages<Accordion> {

  public Accordion() {
    super("Accordion");
  }
}
