package peers;

import digits.data.DigitSet;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Oracle Tribuo's trainers, with their own settings. */
final class Tribuo {

  private static final LabelFactory LABELS = new LabelFactory();

  /** One name a pixel, made once: making them anew for each digit would be most of the work. */
  private static final String[] NAMES =
      IntStream.range(0, 784).mapToObj(j -> String.format(Locale.ROOT, "%03d", j)).toArray(String[]::new);

  /** It would write a line for each thousand steps. */
  private static final Logger LOGGER = Logger.getLogger("org.tribuo");

  private Tribuo() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments[0];
    LOGGER.setLevel(Level.WARNING);
    Contest contest = new Contest(name, Integer.MAX_VALUE);
    MutableDataset<Label> train = contest.map(() -> dataset(contest.train()));
    Trainer<Label> trainer =
        name.equals("tribuo-sgd")
            ? new LogisticRegressionTrainer()
            : new LibLinearClassificationTrainer();
    Model<Label> model = contest.fit(() -> trainer.train(train));
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(contest.model()))) {
      out.writeObject(model);
    }
    contest.saved();
    contest.report(
        () -> predict(model, dataset(contest.test())),
        "null",
        "Tribuo 4.3.2",
        trainer.getClass().getSimpleName() + " as it comes");
  }

  private static int[] predict(Model<Label> model, MutableDataset<Label> digits) {
    List<Prediction<Label>> predictions = model.predict(digits);
    return predictions.stream()
        .mapToInt(prediction -> Integer.parseInt(prediction.getOutput().getLabel()))
        .toArray();
  }

  /** Only inked pixels, as its own reader of IDX files makes them. */
  private static MutableDataset<Label> dataset(DigitSet digits) {
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("MNIST", LABELS), LABELS);
    for (int i = 0; i < digits.size(); i++) {
      float[] pixels = digits.get(i).intensities();
      String[] names = new String[pixels.length];
      double[] values = new double[pixels.length];
      int count = 0;
      for (int j = 0; j < pixels.length; j++) {
        if (pixels[j] > 0) {
          names[count] = NAMES[j];
          values[count++] = pixels[j];
        }
      }
      dataset.add(
          new ArrayExample<>(
              new Label(String.valueOf(digits.label(i))),
              Arrays.copyOf(names, count),
              Arrays.copyOf(values, count)));
    }
    return dataset;
  }
}
