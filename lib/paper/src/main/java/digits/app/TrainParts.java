package digits.app;

import digits.data.DataException;
import digits.data.DigitSource;
import digits.data.Message;
import digits.data.Mnist;
import digits.evaluate.Evaluation;
import digits.features.Augmentation;
import digits.features.WarpedDigits;
import digits.learn.Part;
import digits.learn.Ridge;
import digits.learn.RidgeStatistics;
import digits.learn.StatisticsFile;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.model.ModelFile;
import digits.model.ModelFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Trains on warped copies of MNIST in parts, each wherever and whenever one likes, and puts the
 * parts together.
 */
public final class TrainParts {

  private static final Map<String, Trainer> TRAINERS =
      Map.of("features", Trainer.features(), "best", Trainer.best(), "warped", Trainer.warped());

  private static final String USAGE =
      "like this: ./lab part 3/16 features 1000000 part-3, with features, best or warped and the"
          + " number of warped digits, and perhaps a seed; then ./lab part merge part-* models.ser";

  private TrainParts() {}

  /**
   * Computes a part, or merges parts.
   *
   * @param arguments the part, the trainer, the number of digits, the file for the part, and
   *     perhaps a seed; or {@code merge}, the files of all parts, and the file for the model
   */
  public static void main(String[] arguments) {
    try {
      List<String> words = List.of(arguments);
      if (words.size() > 2 && words.get(0).equals("merge")) {
        merge(words.subList(1, words.size() - 1), path(words.get(words.size() - 1)));
      } else if ((words.size() == 4 || words.size() == 5) && TRAINERS.containsKey(words.get(1))) {
        long seed = words.size() == 5 ? Long.parseLong(words.get(4)) : 0;
        DigitSource digits = warped(Long.parseLong(words.get(2)), seed);
        Trainer trainer = TRAINERS.get(words.get(1)).seed(seed);
        StatisticsFile.save(
            trainer.statistics(digits, part(words.get(0)), new Percent()), path(words.get(3)));
      } else {
        throw new IllegalArgumentException(USAGE);
      }
    } catch (NumberFormatException e) {
      fail(USAGE);
    } catch (DataException | ModelFileException | IllegalArgumentException e) {
      fail(e.getMessage());
    }
  }

  private static Part part(String text) {
    String[] numbers = text.split("/", -1);
    if (numbers.length != 2) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Part(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  private static void fail(String why) {
    System.err.println(why);
    System.exit(1);
  }

  private static Path path(String name) {
    return Path.of(System.getProperty("digits.from", "")).resolve(name);
  }

  private static DigitSource warped(long count, long seed) {
    return new WarpedDigits(Mnist.load().train(), count, new Augmentation(1), seed);
  }

  private static void merge(List<String> files, Path target) {
    RidgeStatistics all = StatisticsFile.load(path(files.get(0)));
    for (String file : files.subList(1, files.size())) {
      all.add(StatisticsFile.load(path(file)));
    }
    long digits = all.provenance().digits();
    String penalty = all.provenance().options().get("penalty");
    Trainer trainer = Trainer.of(all.features(), new Ridge(Double.parseDouble(penalty)));
    DigitClassifier model = trainer.solve(all, warped(digits, all.provenance().seed()));
    System.out.println(Message.of("%s: %,d bytes", target, ModelFile.save(model, target)));
    System.out.println(Evaluation.of(model, Mnist.load().test()));
  }
}
