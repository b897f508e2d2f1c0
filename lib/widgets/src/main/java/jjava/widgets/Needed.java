// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

public final class Needed {

  private Needed() {}

  /** Rejects null; the name, such as {@code A picture}, is the subject of the error message. */
  public static <T> T of(T argument, String name) {
    if (argument == null) {
      throw new IllegalArgumentException(name + " is needed, but none was given.");
    }
    return argument;
  }
}
