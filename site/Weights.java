import digits.data.Mnist;
import digits.learn.Trainer;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Trains the two models of the page on which readers draw digits, and writes their weights as JSON.
 * The seed is the trainers' own, so the weights are always the same.
 */
final class Weights {

  private Weights() {}

  public static void main(String[] arguments) throws IOException {
    Mnist mnist = Mnist.load();
    String all =
        """
        {
        "about": "The weights of ten yes/no classifiers on pixels and of ten on gradients, trained on the 60,000 \
        digits of MNIST by site/Weights.java. A classifier's margin is its intercept plus the sum of its weights, \
        each times its feature.",
        "logistic": %s,
        "features": %s
        }
        """
            .formatted(
                json(Trainer.logistic().train(mnist.train())),
                json(Trainer.features().train(mnist.train())));
    Files.writeString(Path.of(arguments[0]), all);
  }

  private static String json(DigitClassifier model) {
    return list(model.classifiers().stream().map(Weights::json).toList());
  }

  private static String json(BinaryClassifier classifier) {
    LinearClassifier linear = (LinearClassifier) classifier;
    return "{\"digit\": %d, \"intercept\": %s, \"weights\": %s}"
        .formatted(linear.digit(), number(linear.intercept()), list(linear.weights()));
  }

  private static String list(double[] numbers) {
    return DoubleStream.of(numbers)
        .mapToObj(Weights::number)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String list(List<String> parts) {
    return parts.stream().collect(Collectors.joining(",\n", "[", "]"));
  }

  /** As a float, which the page reads back to the last bit. */
  private static String number(double value) {
    return Float.toString((float) value);
  }
}
