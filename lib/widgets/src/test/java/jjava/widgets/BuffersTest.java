// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuffersTest {

  /** Indexes come back from JSON as doubles. */
  @Test
  void bytesTravelApartFromTheStateAndComeBackToTheirPlaces() {
    byte[] bytes = {1};
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("top", bytes);
    state.put("list", List.of("a", List.of("b", Map.of("inner", bytes))));

    Buffers parts = Buffers.split(state);

    assertThat(parts.bytes()).containsExactly(bytes, bytes);
    assertThat(parts.paths()).containsExactly(List.of("top"), List.of("list", 1, 1, "inner"));
    assertThat(parts.json()).isEqualTo(Map.of("list", List.of("a", List.of("b", Map.of()))));
    Buffers.join(
        parts.json(),
        List.of(List.of("top"), Arrays.asList("list", 1.0, 1.0, "inner")),
        parts.bytes());
    assertThat(parts.json()).isEqualTo(state);
  }
}
