package digits.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavascriptLiteralTest {

  @Test
  void namesWithoutQuotesTrailingCommasAndNaN() {
    assertThat(
            read("var trace0 =\n{\nx: [1.0, NaN],\nz: [[1.0,2.0,],[3.0,],],\n a: {b: true,},\n};"))
        .containsExactly(
            entry("x", List.of(1.0, Double.NaN)),
            entry("z", List.of(List.of(1.0, 2.0), List.of(3.0))),
            entry("a", Map.of("b", true)));
  }

  @Test
  void textsInSingleQuotesAreWhatTheAuthorWrote() {
    assertThat(read("{a: 'it&#39;s &quot;so&quot;', b: 'C:\\new\\', c: 'two\nlines', d: '}, {'}"))
        .containsEntry("a", "it's \"so\"")
        .containsEntry("b", "C:\\new\\")
        .containsEntry("c", "two\nlines")
        .containsEntry("d", "}, {");
  }

  @Test
  void whatLooksLikeATagStaysEscapedAndTextsInDoubleQuotesAreJson() {
    assertThat(read("{a: '&lt;b&gt; &amp;quot; &amp;lt;'}"))
        .containsEntry("a", "&lt;b&gt; &amp;quot; &amp;lt;");
    assertThat(read("{a: [\"it's\",\"say \\\"hi\\\"\",\"back\\\\\",\"\\u00e9 ٣\"]}"))
        .containsEntry("a", List.of("it's", "say \"hi\"", "back\\", "é ٣"));
    assertThat(read("{slider: {&quot;visible&quot;: true, &#39;a&#39;: ١٫٥}}"))
        .containsEntry("slider", Map.of("visible", true, "a", 1.5));
  }

  @Test
  void aForgottenValueIsNull() {
    assertThat(read("{width: ,\n inner: {a: }, b: 2}"))
        .containsEntry("width", null)
        .containsEntry("b", 2)
        .containsEntry("inner", Collections.singletonMap("a", null));
  }

  @Test
  void whatIsNoObjectIsSaidInOneSentence() {
    assertThatThrownBy(() -> JavascriptLiteral.read("function() {return 1;}", "Trace 3"))
        .isInstanceOf(UnreadableFigureException.class)
        .hasMessageStartingWith("Trace 3 is not written as jsplot writes it: ")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> read("nothing")).isInstanceOf(UnreadableFigureException.class);
    assertThatThrownBy(() -> read("{a: 'open")).isInstanceOf(UnreadableFigureException.class);
  }

  private static Map<String, Object> read(String script) {
    return JavascriptLiteral.read(script, "It");
  }
}
