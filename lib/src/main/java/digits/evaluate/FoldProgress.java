package digits.evaluate;

import digits.learn.Progress;
import digits.learn.ProgressListener;

/**
 * Tells of one training among several.
 *
 * @param fold which one, from 0
 * @param count how many there are
 * @param listener is told
 */
record FoldProgress(int fold, int count, ProgressListener listener) implements ProgressListener {

  @Override
  public void report(Progress progress) {
    listener.report(
        new Progress(
            "fold " + (fold + 1) + " of " + count + ", " + progress.stage(),
            fold * progress.total() + progress.done(),
            count * progress.total(),
            progress.loss()));
  }
}
