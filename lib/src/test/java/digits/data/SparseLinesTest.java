package digits.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparseLinesTest {

  @Test
  void passesTheFirstLineOnAndNotAFloodAfterIt() {
    List<String> log = new ArrayList<>();
    SparseLines lines = new SparseLines(log::add);

    for (int i = 0; i < 1_000; i++) {
      lines.accept("line " + i);
    }

    assertThat(log).startsWith("line 0").hasSizeLessThan(100);
  }
}
