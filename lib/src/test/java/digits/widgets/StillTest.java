package digits.widgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StillTest {

  @Test
  void escapesWhatItIsGiven() {
    Still still = Still.of("a < b & \"c\"");
    assertThat(still.html()).isEqualTo("<div>a &lt; b &amp; &quot;c&quot;</div>");
    assertThat(still.text()).isEqualTo("a < b & \"c\"");
  }

  @Test
  void leavesOutPartsThatSayNothing() {
    Still column = Still.all(List.of(Still.of("one"), Still.of(""), Still.of("two")), false);
    assertThat(column.text()).isEqualTo("one\ntwo");
    assertThat(column.html())
        .isEqualTo("<div><div><div>one</div></div><div><div>two</div></div></div>");
    assertThat(Still.all(List.of(Still.of("")), true)).isEqualTo(Still.of(""));
  }

  @Test
  void aPictureHasItsWordsAsAlternative() {
    assertThat(Still.picture("QUJD\n", "a \"five\"").html())
        .isEqualTo("<img alt=\"a &quot;five&quot;\" src=\"data:image/png;base64,QUJD\">");
  }
}
