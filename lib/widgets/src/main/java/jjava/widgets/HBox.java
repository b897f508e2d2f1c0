// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

/** A box that arranges widgets in a row. */
public final class HBox extends Box<HBox> {

  public HBox(DomWidget<?>... children) {
    super("HBox", children);
  }

  @Override
  protected Still still() {
    return stills(true);
  }
}
