// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

/** Thrown if a part of a figure is not in the form that jsplot writes. */
public final class UnreadableFigureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Has no stack trace: its message is meant for the author of a notebook. */
  UnreadableFigureException(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
