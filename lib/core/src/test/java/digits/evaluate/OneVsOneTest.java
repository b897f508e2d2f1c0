package digits.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.learn.Logistic;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.learn.Warnings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One classifier per pair of digits, and the vote. */
class OneVsOneTest {

  private static final List<Progress> REPORTS = new ArrayList<>();
  private static Mnist mnist;
  private static OneVsOne pairs;

  @BeforeAll
  static void train() {
    mnist = Mnist.load();
    pairs = OneVsOne.train(Trainer.logistic(), mnist.train().head(3_000), REPORTS::add);
  }

  @Test
  void thereIsOneClassifierAPair() {
    assertThat(pairs.duels).hasSize(45).allMatch(duel -> duel.first() < duel.second());
    assertThat(pairs.duels)
        .extracting(duel -> duel.classifier().digit() == duel.second())
        .containsOnly(true);
    assertThat(REPORTS).hasSize(45);
  }

  @Test
  void everyDuelIsOneVoteAndTheMostVotesWin() {
    Digit digit = mnist.test().get(0);
    int[] votes = pairs.votes(digit);
    assertThat(Arrays.stream(votes).sum()).isEqualTo(45);
    assertThat(votes[pairs.predict(digit)]).isEqualTo(Arrays.stream(votes).max().getAsInt());
    long sevens =
        pairs.scores(digit).intColumn("winner").asList().stream()
            .filter(winner -> winner == 7)
            .count();
    assertThat(sevens).isEqualTo(votes[7]);
  }

  @Test
  void ofThoseWithTheMostVotesTheSmallestWins() {
    int ties = 0;
    for (Digit digit : mnist.test().head(500)) {
      int[] votes = pairs.votes(digit);
      int most = Arrays.stream(votes).max().getAsInt();
      int[] first = IntStream.range(0, 10).filter(d -> votes[d] == most).toArray();
      assertThat(pairs.predict(digit)).isEqualTo(first[0]);
      ties += first.length - 1;
    }
    assertThat(ties).isPositive();
  }

  @Test
  void aWarningNamesItsPair() {
    Warnings warnings = new Warnings();
    Trainer cut = Trainer.of(new Logistic().iterations(1));
    OneVsOne.train(cut, mnist.train().head(1_000), warnings);
    assertThat(warnings.sentences()).hasSize(45).allMatch(said -> said.contains("not converged"));
    assertThat(warnings.sentences().get(0)).startsWith("pair 0 or 1: ");
    assertThat(warnings.sentences().get(44)).startsWith("pair 8 or 9: ");
  }

  @Test
  void aMissingDigitIsNamed() {
    DigitSet noNine = mnist.train().head(500).only(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OneVsOne.train(Trainer.logistic(), noNine, ProgressListener.NONE))
        .withMessageContaining("there is no 9 in");
  }
}
