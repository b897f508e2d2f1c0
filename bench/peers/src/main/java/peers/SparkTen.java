package peers;

import digits.evaluate.Evaluation;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.ModelFile;
import digits.spark.SparkTraining;

/** This library's features on Spark, in one process with all cores. */
final class SparkTen {

  private SparkTen() {}

  public static void main(String[] arguments) throws Exception {
    Contest contest = new Contest(arguments[0], Integer.MAX_VALUE);
    Trainer trainer = Trainer.features().seed(1);
    DigitClassifier model =
        contest.fit(
            () -> SparkTraining.local().train(trainer, contest.train(), ProgressListener.NONE));
    ModelFile.save(model, contest.model());
    contest.saved();
    Evaluation evaluation = Evaluation.of(model, contest.test());
    contest.report(
        () -> model.predict(contest.test()).stream().mapToInt(p -> p.predicted()).toArray(),
        "" + evaluation.errors(Decision.FIRST_YES),
        "digits-spark",
        "Trainer.features() by SparkTraining.local(), 16 parts; starting Spark is included");
  }
}
