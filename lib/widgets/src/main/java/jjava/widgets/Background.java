// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

/**
 * Runs long tasks on a thread of their own, so that the kernel stays free for other cells. A task
 * may update widgets while it runs.
 *
 * <p>Only one task runs at a time. It runs until it returns, until {@link #stop()}, or until the
 * widget it belongs to is closed, for example because its cell is run again. Closing or reloading
 * the page does not stop it.
 */
public final class Background {

  public interface Work {

    /**
     * Does the work, and returns early when its thread is interrupted. It may change widgets but
     * not create any. Exceptions are shown below the widget, unless the task was stopped.
     */
    void run() throws Exception;
  }

  private final Widget owner;
  private Worker worker;

  /** Shows failures below the given widget, and stops the task when that widget is closed. */
  public Background(Widget owner) {
    this.owner = Needed.of(owner, "A widget");
    owner.onClose(this::stop);
  }

  /**
   * Starts a task and returns at once.
   *
   * @throws IllegalStateException if the previous task has not ended
   */
  public synchronized void start(Work work) {
    Needed.of(work, "Work");
    if (isRunning()) {
      throw new IllegalStateException(
          worker.isStopped()
              ? "The previous task is still stopping: wait a moment."
              : "A task is still running: stop it first.");
    }
    worker = new Worker(() -> run(work));
    worker.start();
  }

  private void run(Work work) {
    owner.guard(
        () -> {
          try {
            work.run();
          } catch (Throwable failure) {
            if (!((Worker) Thread.currentThread()).isStopped()) {
              throw failure;
            }
          }
        });
  }

  /** Interrupts the running task, if any, without waiting for it to end. */
  public synchronized void stop() {
    if (isRunning()) {
      worker.halt();
    }
  }

  /** Whether a task is running; a stopped task counts until it has returned. */
  public synchronized boolean isRunning() {
    return worker != null && worker.isAlive();
  }
}
