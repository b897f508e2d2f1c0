package digits.linalg;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Requests for more memory than Java has. */
class MemoryTest {

  @Test
  void whatIsRefusedIsSaidWithItsBytes() {
    assertThatThrownBy(() -> Memory.inside(1, Integer.MAX_VALUE, "all"))
        .isInstanceOf(NotEnoughMemoryException.class)
        .hasMessageMatching("all needs 17,179,869,176 bytes of heap, .*JJAVA_JVM_OPTS.*");
    assertThatThrownBy(() -> Memory.inside(9_000, 1_000_000, "the rows of all"))
        .isInstanceOf(NotEnoughMemoryException.class)
        .hasMessageMatching(
            "the rows of all needs 72,000,000,000 bytes of heap, .*bytes are left.*JJAVA_JVM_OPTS.*");
  }
}
