// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StillTest {

  @Test
  void partsAreEscapedAndEmptyOnesLeftOut() {
    Still picture = Still.picture("QUJD\n", "a \"five\"");
    Still column = Still.all(List.of(Still.of("a < b"), Still.of(""), picture), false);
    assertThat(column.text()).isEqualTo("a < b\na \"five\"");
    assertThat(column.html())
        .contains("<div>a &lt; b</div></div><div><img alt=\"a &quot;five&quot;\" src=\"data:")
        .contains("base64,QUJD\"");
    assertThat(Still.all(List.of(Still.of("")), true)).isEqualTo(Still.of(""));
  }
}
