// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

/** A background thread, which may change widgets but not create them. */
final class Worker extends Thread {

  private volatile boolean stopped;

  Worker(Runnable work) {
    super(work, "widgets-background");
    setDaemon(true);
  }

  /** Interrupts the work, but not while it is writing to the pages. */
  synchronized void halt() {
    stopped = true;
    interrupt();
  }

  boolean isStopped() {
    return stopped;
  }

  static boolean isCurrent() {
    return Thread.currentThread() instanceof Worker;
  }

  /**
   * Writes to the pages. A worker is not interrupted meanwhile: the kernel's sockets would react to
   * the interrupt, and the request to stop would be lost or a socket closed.
   */
  static void write(Runnable message) {
    if (Thread.currentThread() instanceof Worker worker) {
      worker.uninterrupted(message);
    } else {
      message.run();
    }
  }

  private synchronized void uninterrupted(Runnable message) {
    boolean interrupted = interrupted();
    try {
      message.run();
    } finally {
      if (interrupted) {
        interrupt();
      }
    }
  }
}
