package digits.panels;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.DigitSet;
import digits.model.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TesterStateTest {

  private final DigitSet digits = Told.digits("6 5:0.5 6:1", "9 4:-1");
  private final Walk walk = new Walk(Told.MODEL, digits);

  private static Map<String, Object> verdict(Walk walk) {
    return VerdictState.of(walk.prediction(), walk.decision());
  }

  @Test
  void theRuleDecidesWhatIsPredictedAndSaid() {
    walk.goTo(0);
    assertThat(verdict(walk))
        .containsEntry("predicted", 6)
        .containsEntry("actual", 6)
        .containsEntry("headline", "Correct")
        .containsEntry("words", "5 and 6 say yes: the surest wins");
    assertThat(TesterState.spoken(walk))
        .isEqualTo("Digit 0: predicted 6, actual 6, correct. 5 and 6 say yes: the surest wins.");
    walk.choose(Filter.ALL, Decision.FIRST_YES);
    assertThat(verdict(walk))
        .containsEntry("predicted", 5)
        .containsEntry("headline", "Wrong")
        .containsEntry("words", "5 and 6 say yes: the first wins");
    walk.goTo(1);
    assertThat(verdict(walk)).containsEntry("predicted", Decision.NOBODY);
    assertThat(TesterState.spoken(walk))
        .isEqualTo("Digit 1: predicted nothing, actual 9, wrong. nobody says yes: no answer.");
  }

  @Test
  void countsAreKnownWhenAllIsJudged() {
    assertThat(counts()).containsExactly("2", "", "", "");
    walk.judge();
    walk.choose(Filter.NOBODY, Decision.ARG_MAX);
    assertThat(counts()).containsExactly("2", "1", "1", "1");
  }

  private List<String> counts() {
    return ((List<?>) TesterState.of(walk).get("filters"))
        .stream().map(filter -> ((Map<?, ?>) filter).get("count").toString()).toList();
  }
}
