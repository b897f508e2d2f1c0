import digits.data.Mnist;
import digits.evaluate.Evaluation;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.store.ModelFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

/** This library's ten logistic classifiers, with its own settings. Run it with bench/run logistic. */
class Logistic {

  public static void main(String[] arguments) {
    Mnist mnist = Mnist.load();
    DigitClassifier model = Trainer.logistic().train(mnist.train(), new Seconds());
    long bytes = ModelFile.save(model, Path.of(arguments[0]));
    print("from the start of Java to the saved model: %.1f s", seconds());
    System.out.println(Evaluation.of(model, mnist.test()));
    print("models.ser: %,d bytes", bytes);
    print("Java %s", System.getProperty("java.version"));
  }

  private static double seconds() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
  }

  private static void print(String form, Object value) {
    System.out.println(String.format(Locale.ROOT, form, value));
  }

  /** Prints the seconds of the training, and how often all digits were passed over. */
  private static final class Seconds implements ProgressListener {
    private int passes;

    @Override
    public void report(Progress progress) {
      passes += progress.stage().equals("steps") ? 1 : 0;
    }

    @Override
    public void finished(double seconds) {
      print("training: %.1f s", seconds);
      print("passes over the training digits: %d", passes);
    }
  }
}
