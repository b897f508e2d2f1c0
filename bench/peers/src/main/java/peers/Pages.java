package peers;

import digits.data.Mnist;
import digits.learn.Learner;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.paper.Page;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** This library as a reader of pages: a line per model, file and row, with the seconds it took. */
final class Pages {

  private Pages() {}

  /** Trains three presets and reads the pages in the folders named. */
  public static void main(String[] folders) throws IOException {
    Learner.prepare();
    Mnist mnist = Mnist.load();
    Map<String, DigitClassifier> models = new LinkedHashMap<>();
    models.put("logistic", Trainer.logistic().train(mnist.train()));
    models.put("features", Trainer.features().train(mnist.train()));
    models.put("best", Trainer.best().train(mnist.train()));
    for (String folder : folders) {
      for (Path file : pages(Path.of(folder))) {
        for (Map.Entry<String, DigitClassifier> model : models.entrySet()) {
          long start = System.nanoTime();
          List<String> rows = Page.read(file).read(model.getValue()).rows();
          double seconds = (System.nanoTime() - start) / 1e9;
          System.out.printf(
              Locale.ROOT, "%s\t%s\t%.3f\t%s%n", model.getKey(), file, seconds, String.join(" ", rows));
        }
      }
    }
  }

  private static List<Path> pages(Path folder) throws IOException {
    List<Path> pages = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jpg")) {
      files.forEach(pages::add);
    }
    pages.sort(null);
    return pages;
  }
}
