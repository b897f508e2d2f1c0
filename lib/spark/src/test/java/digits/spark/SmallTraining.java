package digits.spark;

import digits.data.DigitSet;
import digits.data.DigitSource;
import digits.data.Mnist;
import digits.features.Augmentation;
import digits.features.WarpedDigits;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Ridge;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.model.ModelFile;

/** A training that takes seconds, which the tests repeat in several places. */
final class SmallTraining {

  static final DigitSet FEW = Mnist.load().train().head(1_000);
  static final DigitSource MANY = new WarpedDigits(FEW, 6_000, new Augmentation(1), 5);
  static final Trainer TRAINER = Trainer.of(new Ridge(0.3)).seed(5);

  private SmallTraining() {}

  static byte[] bytes(DigitClassifier model) {
    return ModelFile.encode(model);
  }

  /** Does something once, when a third of the parts are done. */
  static ProgressListener atAThird(Runnable action) {
    return new ProgressListener() {

      private boolean done;

      @Override
      public void report(Progress progress) {
        if (!done && progress.done() >= progress.total() / 3) {
          done = true;
          action.run();
        }
      }
    };
  }

  /** A program to be killed. */
  public static void main(String[] arguments) {
    SparkHome.on("local-cluster[2,1,1024]")
        .train(TRAINER, MANY, atAThird(() -> System.out.println("third")));
  }
}
