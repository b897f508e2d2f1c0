// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

/** A box that arranges widgets in a column. */
public final class VBox extends Box<VBox> {

  public VBox(DomWidget<?>... children) {
    super("VBox", children);
  }
}
