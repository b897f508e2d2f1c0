package digits.widgets;

/**
 * Long work that a callback starts. It runs on a thread of its own, so that the kernel stays free
 * for other cells, and changes widgets as it goes.
 *
 * <p>One piece of work at a time. It ends by itself, by {@link #stop()}, or when the widget it
 * belongs to is closed, for example because its cell is run again. It goes on when a page is closed
 * or loaded again.
 */
public final class Background {

  /** What is to be done. */
  @FunctionalInterface
  public interface Work {

    /**
     * Works until done, or until its thread is interrupted. May change widgets, but not make new
     * ones.
     *
     * @throws Exception whatever went wrong: it is shown next to the widget, unless the work was
     *     stopped
     */
    void run() throws Exception;
  }

  private final Widget owner;
  private Worker worker;

  /**
   * Nothing to do yet.
   *
   * @param owner the widget that the work belongs to: what fails is said next to it, and when it is
   *     closed the work is stopped
   */
  public Background(Widget owner) {
    this.owner = Needed.of(owner, "A widget");
    owner.onClose(this::stop);
  }

  /**
   * Starts work and returns at once.
   *
   * @param work what is to be done
   * @throws IllegalStateException if the work before is not done; in a callback that is said next
   *     to the widget
   */
  public synchronized void start(Work work) {
    Needed.of(work, "Work");
    if (isRunning()) {
      throw new IllegalStateException(
          worker.stopped
              ? "The work before is about to stop: wait a moment."
              : "The work before is not done: stop it first.");
    }
    worker = new Worker(owner, work);
    worker.start();
  }

  /** Interrupts the work, if there is any, and does not wait for its end. */
  public synchronized void stop() {
    if (isRunning()) {
      worker.halt();
    }
  }

  /**
   * Whether there is work that has not ended: from the start until the work has returned, also
   * while it is about to stop.
   */
  public synchronized boolean isRunning() {
    return worker != null && worker.isAlive();
  }

  /**
   * Writes to the pages. While work in the background does so it is not interrupted: the kernel's
   * sockets would take the interrupt for their own, and a stop would be lost or a socket closed.
   */
  static void write(Runnable message) {
    if (Thread.currentThread() instanceof Worker worker) {
      worker.write(message);
    } else {
      message.run();
    }
  }

  /** Whether the caller is work in the background. */
  static boolean isCurrent() {
    return Thread.currentThread() instanceof Worker;
  }

  private static final class Worker extends Thread {

    private final Widget owner;
    private final Work work;
    private volatile boolean stopped;

    Worker(Widget owner, Work work) {
      super("widgets-background");
      this.owner = owner;
      this.work = work;
      setDaemon(true);
    }

    /** Not while it writes. */
    synchronized void halt() {
      stopped = true;
      interrupt();
    }

    private synchronized void write(Runnable message) {
      boolean interrupted = interrupted();
      try {
        message.run();
      } finally {
        if (interrupted) {
          interrupt();
        }
      }
    }

    @Override
    public void run() {
      owner.guard(
          () -> {
            try {
              work.run();
            } catch (Throwable failure) {
              if (!stopped) {
                throw failure;
              }
            }
          });
    }
  }
}
