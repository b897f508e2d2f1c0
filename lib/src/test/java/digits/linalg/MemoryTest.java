package digits.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Memory that no Java has. */
class MemoryTest {

  @Test
  void whatIsRefusedIsSaidWithItsBytes() {
    assertThatThrownBy(() -> Memory.inside(Integer.MAX_VALUE, "all"))
        .isInstanceOf(NotEnoughMemoryException.class)
        .hasMessageMatching("all takes 17,179,869,176 bytes of the heap, .*JJAVA_JVM_OPTS.*");
    assertThatThrownBy(() -> Memory.inside(9_000, i -> i + 1_000_000, "the rows of all"))
        .isInstanceOf(NotEnoughMemoryException.class)
        .hasMessageMatching(
            "the rows of all takes 72,323,964,000 bytes of the heap, .*bytes are left.*JJAVA_JVM_OPTS.*");
  }

  @Test
  void rowsHaveTheirLengths() {
    assertThat(Memory.inside(3, i -> i + 1, "a triangle"))
        .isDeepEqualTo(new double[][] {{0}, {0, 0}, {0, 0, 0}});
  }
}
