// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

/** A box with tabs, of which one is open, initially the first. */
public final class Tab extends Pages<Tab> {

  public Tab() {
    super("Tab");
    set("selected_index", 0);
  }
}
