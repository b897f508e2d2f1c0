package peers;

import digits.data.DigitSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.OneVsRest;
import org.apache.spark.ml.classification.OneVsRestModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Spark MLlib's one versus rest, in one process with all cores. */
final class Spark {

  private static final StructType COLUMNS =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  private Spark() {}

  public static void main(String[] arguments) throws Exception {
    Contest contest = new Contest(arguments[0], Integer.MAX_VALUE);
    SparkSession spark =
        SparkSession.builder().master("local[*]").config("spark.ui.enabled", false).getOrCreate();
    Dataset<Row> train = contest.map(() -> rows(spark, contest.train()).cache());
    OneVsRest learner = new OneVsRest().setClassifier(new LogisticRegression());
    OneVsRestModel model = contest.fit(() -> learner.fit(train));
    model.write().overwrite().save(contest.model().toUri().toString());
    contest.saved();
    int[] labels = Contest.labels(contest.test());
    int[] first = answers(model, rows(spark, contest.test()), Spark::firstYes);
    contest.report(
        () -> answers(model, rows(spark, contest.test()), Spark::predicted),
        "" + IntStream.range(0, first.length).filter(i -> first[i] != labels[i]).count(),
        "Spark " + spark.version(),
        "OneVsRest(LogisticRegression()), at most 100 iterations");
    spark.stop();
  }

  private static Dataset<Row> rows(SparkSession spark, DigitSet digits) {
    double[][] pixels = Contest.rows(digits);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < pixels.length; i++) {
      rows.add(RowFactory.create((double) digits.label(i), Vectors.dense(pixels[i]).compressed()));
    }
    return spark.createDataFrame(rows, COLUMNS);
  }

  private static int[] answers(
      OneVsRestModel model, Dataset<Row> digits, ToIntFunction<Row> answer) {
    List<Row> judged = model.transform(digits).select("prediction", "rawPrediction").collectAsList();
    return judged.stream().mapToInt(answer).toArray();
  }

  private static int predicted(Row row) {
    return (int) row.getDouble(0);
  }

  /** The first of the ten that says yes, or -1. */
  private static int firstYes(Row row) {
    Vector margins = row.getAs(1);
    return IntStream.range(0, margins.size()).filter(i -> margins.apply(i) > 0).findFirst().orElse(-1);
  }
}
