package digits.panels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.model.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WalkTest {

  private final DigitSet digits =
      Told.digits(
          "3 3:1", "4 4:-1", "5 5:1 6:0.5", "6 5:0.5 6:1", "7 1:1", "8 8:2", "9 4:-1", "0 0:1");
  private final Walk walk = new Walk(Told.MODEL, digits);

  private int here() {
    return walk.prediction().digit().index();
  }

  /** The digits from the first step to the last. */
  private List<Integer> all() {
    while (walk.move(-1)) {}
    List<Integer> all = new ArrayList<>(List.of(here()));
    while (walk.move(1)) {
      all.add(here());
    }
    return all;
  }

  @Test
  void meetsTheDigitsThatASampleWithTheSameSeedHas() {
    for (long seed : new long[] {0, 7, -1}) {
      walk.shuffle(seed);
      assertThat(all()).isEqualTo(digits.sample(8, seed).stream().map(Digit::index).toList());
    }
  }

  @Test
  void filtersLeaveTheirDigitsInTheSameOrder() {
    walk.judge();
    filtered(Filter.NOBODY, Decision.ARG_MAX, List.of(1, 6));
    filtered(Filter.SEVERAL, Decision.ARG_MAX, List.of(2, 3));
    filtered(Filter.MISTAKES, Decision.ARG_MAX, List.of(4, 6));
    filtered(Filter.MISTAKES, Decision.FIRST_YES, List.of(1, 3, 4, 6));
  }

  private void filtered(Filter filter, Decision decision, List<Integer> wanted) {
    walk.choose(Filter.ALL, decision);
    List<Integer> order = all();
    order.retainAll(wanted);
    walk.choose(filter, decision);
    assertThat(all()).as("%s by %s", filter, decision).hasSameSizeAs(wanted).isEqualTo(order);
    assertThat(walk.count(filter)).hasValue(wanted.size());
  }

  @Test
  void aFilterStaysAtADigitThatItLeavesOrGoesToTheNextOne() {
    walk.judge();
    List<Integer> order = all();
    for (int start : order) {
      walk.choose(Filter.ALL, Decision.ARG_MAX);
      walk.goTo(start);
      walk.choose(Filter.MISTAKES, Decision.FIRST_YES);
      List<Integer> ahead = new ArrayList<>(order.subList(order.indexOf(start), 8));
      ahead.retainAll(List.of(1, 3, 4, 6));
      if (!ahead.isEmpty()) {
        assertThat(here()).as("from %d in %s", start, order).isEqualTo(ahead.get(0));
      } else {
        assertThat(walk.step()).isEqualTo(walk.length() - 1);
      }
    }
  }

  @Test
  void aFilterThatLeavesNothingChangesNothing() {
    Walk all = new Walk(Told.MODEL, digits.select(IntStream.of(0, 5)));
    all.judge();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> all.choose(Filter.MISTAKES, Decision.FIRST_YES))
        .withMessage("only mistakes, by first yes: none of these 2 digits.");
    assertThat(all.filter()).isEqualTo(Filter.ALL);
    assertThat(all.decision()).isEqualTo(Decision.ARG_MAX);
    assertThat(all.length()).isEqualTo(2);
  }

  @Test
  void findsADigitByItsIndexAndShowsAllWhenTheFilterHidesIt() {
    walk.judge();
    walk.goTo(5);
    assertThat(here()).isEqualTo(5);
    walk.choose(Filter.MISTAKES, Decision.ARG_MAX);
    walk.goTo(4);
    assertThat(walk.filter()).isEqualTo(Filter.MISTAKES);
    walk.goTo(0);
    assertThat(here()).isZero();
    assertThat(walk.filter()).isEqualTo(Filter.ALL);
    assertThat(all()).hasSize(8);
  }

  @Test
  void saysWhichDigitsThereAre() {
    int before = here();
    for (long wrong : new long[] {-1, 8, 1L << 32}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> walk.goTo(wrong))
          .withMessage("There is no digit " + wrong + ": they are 0 to 7.");
    }
    assertThat(here()).isEqualTo(before);
    Walk some = new Walk(Told.MODEL, digits.only(5, 9));
    some.goTo(6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.goTo(0))
        .withMessage(
            "There is no digit 0: these 2 have the index that each had in the set it was taken"
                + " from.");
  }

  @Test
  void digitsThatShareAnIndexAreDifferentDigits() {
    DigitSet both = digits.and(Told.digits("1 1:1", "2 2:1", "2 3:1"));
    Walk walk = new Walk(Told.MODEL, both);
    List<Digit> met = new ArrayList<>(List.of(walk.prediction().digit()));
    while (walk.move(1)) {
      met.add(walk.prediction().digit());
    }
    assertThat(met).isEqualTo(both.sample(11, 0)).containsExactlyInAnyOrderElementsOf(both);
    assertThat(walk.seen()).isEqualTo(11);
    assertThat(walk.right(Decision.ARG_MAX)).isEqualTo(8);
    walk.judge();
    walk.choose(Filter.MISTAKES, Decision.ARG_MAX);
    assertThat(walk.length()).isEqualTo(3);
  }

  @Test
  void theScoreCountsEachDigitOnceByEachRule() {
    assertThat(walk.seen()).isEqualTo(1);
    all();
    all();
    assertThat(walk.seen()).isEqualTo(8);
    assertThat(walk.right(Decision.ARG_MAX)).isEqualTo(6);
    assertThat(walk.right(Decision.FIRST_YES)).isEqualTo(4);
    walk.restart();
    assertThat(walk.seen()).isEqualTo(1);
    assertThat(walk.step()).isZero();
  }

  /** There is no kernel here: anything that spoke to one would fail otherwise. */
  @Test
  void whatIsMissingIsSaidBeforeAPageHearsOfIt() {
    refused(() -> new DigitTester(null, digits), "A model is needed, but none was given.");
    refused(
        () -> new DigitTester(Told.MODEL, null), "A set of digits is needed, but none was given.");
    refused(() -> new DigitTester(Told.MODEL, digits.head(0)), "a tester needs at least one digit");
    refused(() -> new DigitPad(null), "A model is needed, but none was given.");
    refused(() -> new DigitPad(Told.MODEL, null), "A collection is needed, but none was given.");
  }

  private static void refused(ThrowingCallable made, String message) {
    assertThatIllegalArgumentException().isThrownBy(made).withMessage(message);
  }
}
