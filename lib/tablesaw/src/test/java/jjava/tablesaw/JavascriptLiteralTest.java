// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavascriptLiteralTest {

  @Test
  void namesWithoutQuotesTrailingCommasNaNAndMissingValues() {
    assertThat(read("var trace0 =\n{\nx: [1.0, NaN],\nz: [[1,2,],[3,],],\n a: {b: },\n};"))
        .containsEntry("x", List.of(1.0, Double.NaN))
        .containsEntry("z", List.of(List.of(1, 2), List.of(3)))
        .containsEntry("a", Collections.singletonMap("b", null));
    assertThat(read("{width: ,\n b: 2}")).containsEntry("width", null).containsEntry("b", 2);
  }

  @Test
  void stringsInSingleQuotesAreEscapedForHtmlOnlyAndThoseInDoubleQuotesAreJson() {
    assertThat(read("{a: 'it&#39;s &quot;so&quot;', b: 'C:\\new\\', c: 'two\nlines', d: '}, {'}"))
        .isEqualTo(Map.of("a", "it's \"so\"", "b", "C:\\new\\", "c", "two\nlines", "d", "}, {"));
    assertThat(read("{a: '&lt;b&gt; &amp;quot; &amp;lt;'}"))
        .containsEntry("a", "&lt;b&gt; &amp;quot; &amp;lt;");
    assertThat(read("{a: [\"it's\",\"say \\\"hi\\\"\",\"back\\\\\",\"\\u00e9 ٣\"]}"))
        .containsEntry("a", List.of("it's", "say \"hi\"", "back\\", "é ٣"));
    assertThat(read("{slider: {&quot;visible&quot;: true, &#39;a&#39;: ١٫٥}}"))
        .containsEntry("slider", Map.of("visible", true, "a", 1.5));
  }

  private static Map<String, Object> read(String script) {
    return JavascriptLiteral.read(script, "It");
  }
}
