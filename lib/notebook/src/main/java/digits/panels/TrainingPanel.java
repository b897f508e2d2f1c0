package digits.panels;

import digits.data.DigitSet;
import digits.data.HeldOut;
import digits.features.Pixels;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.notebook.DigitImages;
import digits.panels.TrainingRuns.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import jjava.widgets.Background;
import jjava.widgets.Button;
import jjava.widgets.Dropdown;
import jjava.widgets.HBox;
import jjava.widgets.Label;
import jjava.widgets.Needed;
import jjava.widgets.Output;
import jjava.widgets.Tab;
import jjava.widgets.VBox;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import tech.tablesaw.api.Table;

/**
 * Controls for the hyperparameters, buttons to train and to stop, and the results: a table of all
 * runs, and the confusion matrix, weights and worst mistakes of the run chosen. A cell shows it by
 * returning it.
 *
 * <p>Runs are judged on the last sixth of the digits, which is held out, so choosing among them
 * uses no test digits. Training runs in the background and leaves the kernel free for other cells.
 */
public final class TrainingPanel implements DisplayDataRenderable {

  private static final int COLUMNS = 10;

  private final HeldOut digits;
  private final ModelSlot slot;
  private final Settings settings;
  private final TrainingProgress progress = new TrainingProgress();
  private final TrainingRuns runs = new TrainingRuns();
  private final Button train = new Button("Train").purpose("primary").icon("play");
  private final Button stop = new Button("Stop").icon("stop").disabled(true);
  private final Dropdown<Integer> choice =
      new Dropdown<>("show", List.of(0), run -> run == 0 ? "no run yet" : "run " + run);
  private final Button use = new Button("Use this one").disabled(true);
  private final Button save = new Button("Save").disabled(true);
  private final Label said = new Label("");
  private final Output table = new Output();
  private final Label facts = new Label("");
  private final Output confusion = new Output();
  private final Output weights = new Output();
  private final Output worst = new Output();
  private final VBox results;
  private final VBox panel;
  private final Background work;
  private Optional<Run> used = Optional.empty();

  /** A panel that saves to {@code models.ser} in the notebook's folder. */
  public TrainingPanel(DigitSet training) {
    this(training, Path.of("models.ser"));
  }

  /**
   * A panel that saves to a file of your choice.
   *
   * @param training at least 6 training digits; the last sixth is held out
   * @param file where the Save button writes; a file there that this panel did not write is kept as
   *     a copy whose name ends in {@code .bak}
   */
  public TrainingPanel(DigitSet training, Path file) {
    this.digits = HeldOut.of(Needed.of(training, "A set of digits"));
    slot = new ModelSlot(Needed.of(file, "A file"));
    settings = new Settings(digits.training());
    train.onClick(this::begin);
    choice.onChange(run -> show(run(run)));
    use.onClick(this::use);
    save.description("Save " + file.getFileName()).onClick(this::save);
    results =
        new VBox(
                table,
                new HBox(choice.width("200px").descriptionWidth("50px"), use, save, said),
                facts,
                new Tab()
                    .page("confusion matrix", confusion)
                    .page("weights", weights)
                    .page("worst mistakes", worst))
            .visible(false);
    panel =
        new VBox(settings.box(), new HBox(train, stop, progress.row()), results)
            .layout("padding", "4px")
            .layout("max_width", "900px");
    work = new Background(panel);
    runs(); // Load Tablesaw here: a Stop while it loads would leave its classes unusable.
    stop.onClick(work::stop);
  }

  /**
   * Trains in the calling cell and adds the run to the panel. The trainer may have settings that
   * the controls do not offer; it gets only digits that are not held out.
   */
  public TrainingPanel train(Trainer trainer, ProgressListener listener) {
    fit(Needed.of(trainer, "A trainer"), Needed.of(listener, "A listener"));
    return this;
  }

  /**
   * The model of the run chosen with <i>Use this one</i>, otherwise of the best run.
   *
   * @throws IllegalStateException if no training has finished yet
   */
  public DigitClassifier model() {
    return used().map(Run::model).orElseThrow(TrainingPanel::nothingYet);
  }

  private synchronized Optional<Run> used() {
    return used.isPresent() ? used : runs.best();
  }

  /** One row per finished run: its settings, errors and seconds; the best is marked. */
  public Table runs() {
    return runs.table();
  }

  @Override
  public void render(RenderContext context) {
    panel.render(context);
  }

  private void begin() {
    Optional<Trainer> trainer = settings.trainer();
    if (trainer.isEmpty()) {
      progress.say("Fix the settings marked in red first.");
      return;
    }
    work.start(() -> run(trainer.get()));
  }

  private void run(Trainer trainer) {
    train.disabled(true);
    stop.disabled(false);
    progress.begin();
    try {
      progress.done("run " + fit(trainer, progress).number() + " is below");
    } catch (CancellationException e) {
      progress.stopped();
    } catch (RuntimeException | Error failure) {
      progress.failed();
      throw failure;
    } finally {
      stop.disabled(true);
      train.disabled(false);
    }
  }

  private Run fit(Trainer trainer, ProgressListener listener) {
    return keep(trainer, trainer.timed(digits.training(), listener));
  }

  private synchronized Run keep(Trainer trainer, Trainer.Timed made) {
    Run run = runs.add(trainer, made.model(), made.seconds(), digits.heldOut());
    table.show(runs.table());
    choice.options(runs.all().stream().map(Run::number).toList(), run.number());
    use.disabled(false);
    save.disabled(false);
    show(run);
    results.visible(true);
    return run;
  }

  private Run run(int number) {
    return runs.all().stream()
        .filter(run -> run.number() == number)
        .findFirst()
        .orElseThrow(TrainingPanel::nothingYet);
  }

  private static IllegalStateException nothingYet() {
    return new IllegalStateException("No training has finished yet: press Train first.");
  }

  private void show(Run run) {
    said.value("");
    facts.value(run.toString());
    confusion.show(run.confusion());
    weights.show(
        run.trainer().recipe() instanceof Pixels
            ? run.model()
            : "Only weights on pixels can be shown as pictures.");
    worst.show(DigitImages.verdicts(run.worst(), COLUMNS));
  }

  private synchronized void use() {
    used = Optional.of(run(choice.value()));
    said.value("model() is that of run " + choice.value() + " now.");
  }

  private void save() {
    said.value(slot.save("run " + choice.value(), run(choice.value()).model()));
  }
}
