package digits.widgets;

/** A thread beside the kernel's. It may change widgets, but not make them. */
final class Worker extends Thread {

  private volatile boolean stopped;

  Worker(Runnable work) {
    super(work, "widgets-background");
    setDaemon(true);
  }

  /** Interrupts the work, but not while it writes. */
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
   * Writes to the pages. A worker is not interrupted while it does so: the kernel's sockets would
   * take the interrupt for their own, and a stop would be lost or a socket closed.
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
