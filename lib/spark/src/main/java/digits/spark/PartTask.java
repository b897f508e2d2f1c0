package digits.spark;

import digits.data.DigitSource;
import digits.features.Augmentation;
import digits.features.FeatureMap;
import digits.learn.Part;
import digits.learn.ProgressListener;
import digits.learn.Ridge;
import digits.learn.RidgeStatistics.Piece;
import digits.learn.Trainer;
import digits.model.ModelFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * What an executor does: it collects the statistics of a part, and sends them off in pieces.
 *
 * @param digits all of them, or where to read them
 * @param features a model file that carries the fitted features
 * @param augmentation and seed: those of the trainer
 * @param of how many parts there are
 */
record PartTask(
    Broadcast<DigitSource> digits,
    Broadcast<byte[]> features,
    Augmentation augmentation,
    long seed,
    int of)
    implements PairFlatMapFunction<Integer, Integer, double[]> {

  private static final long serialVersionUID = 1;

  @Override
  public Iterator<Tuple2<Integer, double[]>> call(Integer number) {
    FeatureMap map =
        ModelFile.decode(Path.of("features"), features.value()).classifiers().get(0).features();
    Trainer trainer = Trainer.of(map, new Ridge()).augmentation(augmentation).seed(seed);
    return trainer
        .statistics(digits.value(), new Part(number, of), ProgressListener.NONE)
        .pieces()
        .map(piece -> new Tuple2<>(piece.number(), piece.numbers()))
        .iterator();
  }

  /** Adds up pieces of the same number, which follow each other, as they arrive. */
  static Iterator<Piece> sums(Iterator<Tuple2<Integer, double[]>> pieces) {
    return new Iterator<>() {

      private Tuple2<Integer, double[]> next = pieces.hasNext() ? pieces.next() : null;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Piece next() {
        int number = next._1;
        double[] sum = next._2;
        next = pieces.hasNext() ? pieces.next() : null;
        while (next != null && next._1 == number) {
          double[] more = next._2;
          IntStream.range(0, sum.length).forEach(i -> sum[i] += more[i]);
          next = pieces.hasNext() ? pieces.next() : null;
        }
        return new Piece(number, sum);
      }
    };
  }
}
