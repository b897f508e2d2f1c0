package digits.widgets;

/**
 * Long work that a callback starts. It runs on a thread of its own, so that the kernel stays free
 * for other cells, and changes widgets as it goes.
 *
 * <p>Only one task runs at a time. It ends by itself, by {@link #stop()}, or when the widget it
 * belongs to is closed, for example because its cell is run again. It goes on when a page is closed
 * or loaded again.
 */
public final class Background {

  /** A task. */
  public interface Work {

    /**
     * Works until done, or until its thread is interrupted. It may change widgets, but not make new
     * ones. What it throws is shown next to the widget, unless it was stopped.
     */
    void run() throws Exception;
  }

  private final Widget owner;
  private Worker worker;

  /** Belongs to a widget: failures are shown next to it, and closing it stops the task. */
  public Background(Widget owner) {
    this.owner = Needed.of(owner, "A widget");
    owner.onClose(this::stop);
  }

  /**
   * Starts a task and returns at once.
   *
   * @throws IllegalStateException if the previous one has not ended
   */
  public synchronized void start(Work work) {
    Needed.of(work, "Work");
    if (isRunning()) {
      throw new IllegalStateException(
          worker.isStopped()
              ? "The previous task is about to stop: wait a moment."
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

  /** Interrupts the task, if there is one, and does not wait for its end. */
  public synchronized void stop() {
    if (isRunning()) {
      worker.halt();
    }
  }

  /** Whether there is a task that has not returned, even if it is about to stop. */
  public synchronized boolean isRunning() {
    return worker != null && worker.isAlive();
  }
}
