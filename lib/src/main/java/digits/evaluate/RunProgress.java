package digits.evaluate;

import digits.learn.Progress;
import digits.learn.ProgressListener;

/**
 * Tells of one training among several.
 *
 * @param name what each is, such as "fold"
 * @param run which one, from 0
 * @param count how many there are
 * @param listener is told
 */
record RunProgress(String name, int run, int count, ProgressListener listener)
    implements ProgressListener {

  @Override
  public void report(Progress progress) {
    listener.report(
        new Progress(
            name + " " + (run + 1) + " of " + count + ", " + progress.stage(),
            run * progress.total() + progress.done(),
            count * progress.total(),
            progress.loss()));
  }

  @Override
  public void warn(String sentence) {
    listener.warn(name + " " + (run + 1) + " of " + count + ": " + sentence);
  }
}
