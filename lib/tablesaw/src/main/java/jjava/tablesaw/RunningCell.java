// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Access to the output of the cell that is running, if there is one. */
final class RunningCell {

  private RunningCell() {}

  /** The kernel, while it runs a cell. */
  static Optional<BaseKernel> kernel() {
    try {
      return Optional.of(BaseKernel.notebookKernel()).filter(k -> k.getIO().isAttached());
    } catch (NullPointerException | LinkageError e) { // Thrown where there is no kernel.
      return Optional.empty();
    }
  }
}
