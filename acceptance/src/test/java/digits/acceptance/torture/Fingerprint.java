package digits.acceptance.torture;

import digits.data.Mnist;
import digits.learn.LinearSvm;
import digits.learn.Logistic;
import digits.learn.Trainer;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Prediction;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The result of a training: all weights, and the answers to the 10,000 test digits. It is also a
 * program, so that it can run on another Java and with other numbers of threads.
 *
 * @param weights of all classifiers, one after the other, each with its intercept at the end
 * @param answers the digits that arg max says
 */
record Fingerprint(double[] weights, int[] answers) implements Serializable {

  /** Trains and writes the result. Arguments: kind of trainer, seed, file. */
  public static void main(String... args) throws IOException {
    DigitClassifier model =
        trainer(args[0]).seed(Long.parseLong(args[1])).train(Mnist.load().train());
    double[] weights =
        model.classifiers().stream()
            .map(Fingerprint::weights)
            .flatMapToDouble(Arrays::stream)
            .toArray();
    int[] answers =
        model.predict(Mnist.load().test()).stream().mapToInt(Prediction::predicted).toArray();
    try (var out = new ObjectOutputStream(Files.newOutputStream(Path.of(args[2])))) {
      out.writeObject(new Fingerprint(weights, answers));
    }
  }

  private static Trainer trainer(String kind) {
    return switch (kind) {
      case "logistic" -> Trainer.of(new Logistic()).digits(10_000);
      case "linear SVM" -> Trainer.of(new LinearSvm()).digits(5_000);
      case "features" -> Trainer.features().digits(5_000);
      case "best" -> Trainer.best().digits(2_000);
      case "warped" -> Trainer.warped().digits(500);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static double[] weights(BinaryClassifier classifier) {
    LinearClassifier linear = (LinearClassifier) classifier;
    double[] all = Arrays.copyOf(linear.weights(), linear.weights().length + 1);
    all[all.length - 1] = linear.intercept();
    return all;
  }

  static Fingerprint read(Path file) throws IOException, ClassNotFoundException {
    try (var in = new ObjectInputStream(Files.newInputStream(file))) {
      return (Fingerprint) in.readObject();
    }
  }

  /** The largest difference between two weights, relative to the largest weight. */
  double difference(Fingerprint other) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < weights.length; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
      difference = Math.max(difference, Math.abs(weights[i] - other.weights[i]));
    }
    return difference / largest;
  }
}
