package digits.app;

import digits.data.DataException;
import digits.data.DataFolder;
import digits.data.Message;
import digits.data.Mnist;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.model.ModelFile;
import digits.model.ModelFileException;
import digits.model.Provenance;
import digits.paper.Page;
import digits.paper.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads pictures of digits with {@link Trainer#best()}, which it trains once and keeps in the cache
 * folder.
 */
public final class ReadPages {

  private ReadPages() {}

  /**
   * Prints the rows of each picture.
   *
   * @param arguments paths of pictures; {@code --json} anywhere among them prints an object per
   *     picture instead, with its {@code file} and its {@code rows}
   */
  public static void main(String[] arguments) {
    List<String> files = new ArrayList<>(List.of(arguments));
    boolean json = files.removeIf("--json"::equals);
    boolean failed = false;
    try {
      DigitClassifier model = model();
      for (String file : files) {
        try {
          // Relative paths start where the reader is, which need not be where Java was started.
          Path path = Path.of(System.getProperty("digits.from", "")).resolve(file);
          Reading reading = Page.read(path).read(model);
          System.out.println(json ? json(file, reading) : text(file, reading));
        } catch (DataException | IllegalArgumentException e) {
          System.err.println(e.getMessage());
          failed = true;
        }
      }
    } catch (DataException | ModelFileException e) {
      System.err.println(e.getMessage());
      failed = true;
    }
    System.exit(failed ? 1 : 0);
  }

  private static String text(String file, Reading reading) {
    String found = reading.about().replaceFirst(".*: ", "");
    String unlikely =
        reading.isOfDigits()
            ? ""
            : "; the answers are so unclear that it may show something other than digits";
    return file
        + ": "
        + found
        + unlikely
        + reading.clearRows().stream().map("\n"::concat).collect(Collectors.joining());
  }

  /** Where a picture is no page of digits, its rows have no answers. */
  private static String json(String file, Reading reading) {
    List<String> rows = reading.isOfDigits() ? reading.rows() : reading.clearRows();
    String texts = rows.stream().map(ReadPages::quoted).collect(Collectors.joining(", "));
    return "{\"file\": " + quoted(file) + ", \"rows\": [" + texts + "]}";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      quoted.append(
          c == '"' || c == '\\' ? "\\" + c : c < ' ' ? Message.of("\\u%04x", (int) c) : "" + c);
    }
    return quoted.append('"').toString();
  }

  /** The model of this version of the library, trained and kept if there is none yet. */
  private static DigitClassifier model() {
    Path kept = DataFolder.cache().resolve("best-" + Provenance.libraryVersion() + ".ser");
    if (Files.exists(kept)) {
      try {
        return ModelFile.load(kept);
      } catch (ModelFileException e) {
        System.err.println(e.getMessage() + "; it is made anew");
      }
    }
    System.err.println("training Trainer.best() on all 60,000 digits, once; it is kept in " + kept);
    DigitClassifier model = Trainer.best().train(Mnist.load().train(), new Percent());
    try {
      Files.createDirectories(kept.getParent());
    } catch (IOException e) {
      throw new DataException("cannot write " + kept + ": " + DataException.reason(e));
    }
    ModelFile.save(model, kept);
    return model;
  }
}
