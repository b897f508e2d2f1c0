package digits.acceptance.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digits.acceptance.Notebook;
import digits.acceptance.Outcome;
import digits.notebook.FewColors;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Runs notebooks in the page and saves them with their outputs. Each figure and each panel gets a
 * picture of what the page shows, for places where no script and no kernel runs.
 *
 * <p>It works on copies, which replace the notebooks only after the last one has finished without
 * an error, so a failure changes nothing.
 */
final class Recorder {

  private static final String MODEL = "models.ser";
  private static final String FIGURE = "application/vnd.plotly.v1+json";
  private static final String PNG = "image/png";

  /** Of a larger picture, such as that of a photograph, the smaller one that Java drew is kept. */
  private static final int LARGEST_PANEL = 100_000;

  private final Path folder;
  private final Lab lab;
  private final Chromium chromium;
  private final PrintStream out;

  Recorder(Path folder, Lab lab, Chromium chromium, PrintStream out) {
    this.folder = folder;
    this.lab = lab;
    this.chromium = chromium;
    this.out = out;
  }

  /**
   * The notebooks of a folder that have the given names, in the given order; all of them if no name
   * is given.
   *
   * @throws IllegalStateException if there is none of that name
   */
  static List<Path> find(Path folder, List<String> names) throws IOException {
    List<Path> notebooks = new ArrayList<>();
    for (String name : names) {
      Path file =
          folder.resolve(
              Path.of(name).getFileName().toString().replaceFirst("(\\.ipynb)?$", ".ipynb"));
      if (!Files.exists(file)) {
        throw new IllegalStateException(
            "there is no notebook " + name + " in " + folder.getFileName());
      }
      notebooks.add(file);
    }
    if (!names.isEmpty()) {
      return notebooks;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  /**
   * Records notebooks one after the other; each finds the model that those before it have left.
   *
   * @throws CellFailure at the first cell with an error
   * @throws IllegalStateException if the page reported an error, or the copies could not be cleaned
   */
  void record(List<Path> notebooks) throws IOException, InterruptedException {
    Path work = lab.folder("record");
    List<Path> done = new ArrayList<>();
    Path model = folder.resolve(MODEL);
    if (Files.exists(model)) {
      Files.copy(model, work.resolve(MODEL));
    }
    copyPages(folder, work);
    for (Path notebook : notebooks) {
      out.println("== " + notebook.getFileName());
      done.add(run(Files.copy(notebook, work.resolve(notebook.getFileName()))));
    }
    clean(done);
    if (Files.exists(work.resolve(MODEL))) {
      done.add(work.resolve(MODEL));
    }
    for (Path file : done) {
      put(file);
    }
  }

  /** Copies the pictures and the tables that notebooks read, if there are any. */
  static void copyPages(Path notebooks, Path work) throws IOException {
    try (Stream<Path> files = Files.list(notebooks)) {
      for (Path table : files.filter(file -> file.toString().endsWith(".csv")).toList()) {
        Files.copy(table, work.resolve(table.getFileName()));
      }
    }
    Path pages = notebooks.resolve("pages");
    if (Files.isDirectory(pages)) {
      Path copies = Files.createDirectories(work.resolve("pages"));
      try (Stream<Path> files = Files.list(pages)) {
        for (Path file : files.toList()) {
          Files.copy(file, copies.resolve(file.getFileName()));
        }
      }
    }
  }

  private Path run(Path copy) throws IOException {
    Map<String, byte[]> panels;
    try (NotebookPage page = chromium.open(lab, copy)) {
      int cells = page.codeCells().size();
      page.runAll(cell -> out.println("   cell " + cell + " of " + cells));
      panels = page.panels();
      page.save();
      if (!page.errors().isEmpty()) {
        throw new IllegalStateException(
            copy.getFileName() + ": the page reports " + page.errors().get(0));
      }
    }
    addPictures(copy, panels);
    return copy;
  }

  private static void clean(List<Path> copies) throws IOException, InterruptedException {
    List<Object> arguments = new ArrayList<>(List.of("--clean"));
    arguments.addAll(copies);
    Outcome outcome = Notebook.run(arguments.toArray());
    if (outcome.status() != 0) {
      throw new IllegalStateException(outcome.output().strip());
    }
    System.err.print(outcome.output());
  }

  /** Moves a file into place atomically. */
  private void put(Path file) throws IOException {
    Path target = folder.resolve(file.getFileName());
    Path part = target.resolveSibling(file.getFileName() + ".part");
    Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    out.println(
        String.format(Locale.ROOT, "%s: %,d bytes", target.getFileName(), Files.size(target)));
  }

  /**
   * Adds the pictures of panels, and reduces those of figures to 256 colours, which looks the same
   * at a quarter of the size.
   *
   * @param panels by the places of their cell and of their output in it
   */
  private static void addPictures(Path notebook, Map<String, byte[]> panels) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode root = mapper.readTree(notebook.toFile());
    for (int cell = 0; cell < root.get("cells").size(); cell++) {
      JsonNode outputs = root.get("cells").get(cell).path("outputs");
      for (int output = 0; output < outputs.size(); output++) {
        JsonNode data = outputs.get(output).path("data");
        byte[] panel = panels.get(cell + "-" + output);
        if (panel != null) {
          String picture = shrink(panel);
          if (picture.length() < LARGEST_PANEL) {
            ((ObjectNode) data).put(PNG, picture).remove("text/html"); // Which would hide it.
          }
        } else if (data.has(FIGURE) && data.path(PNG).isTextual()) {
          ((ObjectNode) data)
              .put(PNG, shrink(Base64.getMimeDecoder().decode(data.get(PNG).asText())));
        }
      }
    }
    mapper.writeValue(notebook.toFile(), root);
  }

  private static String shrink(byte[] png) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    ImageIO.write(FewColors.of(picture, FewColors.MOST), "png", small);
    return Base64.getEncoder().encodeToString(small.toByteArray());
  }
}
