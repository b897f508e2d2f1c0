package digits.widgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Byte arrays leave the state and come back to their places. */
class BuffersTest {

  private static final byte[] TOP = {1};
  private static final byte[] IN_MAP = {2};
  private static final byte[] IN_LIST = {3};

  @Test
  void takesBytesOutAtEveryDepth() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("top", TOP);
    state.put("map", Map.of("inner", IN_MAP));
    state.put("list", List.of("a", List.of("b", IN_LIST)));

    Buffers parts = Buffers.split(state);

    assertThat(parts.bytes()).containsExactly(TOP, IN_MAP, IN_LIST);
    assertThat(parts.paths())
        .containsExactly(List.of("top"), List.of("map", "inner"), List.of("list", 1, 1));
    assertThat(parts.json())
        .isEqualTo(Map.of("map", Map.of(), "list", List.of("a", Arrays.asList("b", null))));
    assertThat(state.get("top")).as("the state itself stays as it is").isSameAs(TOP);
  }

  @Test
  void putsBytesBackWhereNumbersAreDoublesAsInJson() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("list", new ArrayList<>(Arrays.asList("a", new LinkedHashMap<>())));

    Buffers.join(
        state, List.of(List.of("top"), List.of("list", 1.0, "inner")), List.of(TOP, IN_MAP));

    assertThat(state.get("top")).isSameAs(TOP);
    assertThat(state.get("list")).isEqualTo(List.of("a", Map.of("inner", IN_MAP)));
  }
}
