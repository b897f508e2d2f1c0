package digits.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table is read where it is asked as it is read whole. */
class CsvSourceTest {

  private static final DigitSet SET = Mnist.load().train().head(2_500);

  @TempDir private Path folder;

  private static String row(Digit digit) {
    StringJoiner row = new StringJoiner(",").add(String.valueOf(digit.label()));
    for (byte pixel : digit.pixels()) {
      row.add(String.valueOf(pixel & 0xFF));
    }
    return row.toString();
  }

  private Path table(String head, String end) throws IOException {
    StringBuilder text = new StringBuilder(head);
    SET.forEach(digit -> text.append(row(digit)).append(end));
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private static String header() {
    StringJoiner names = new StringJoiner(",").add("label");
    for (int i = 0; i < Digit.PIXELS; i++) {
      names.add("pixel" + i);
    }
    return names + "\n";
  }

  @Test
  void anyPartOfATableIsThatOfTheWhole() throws IOException {
    for (Path file : new Path[] {table(header(), "\n"), table("", "\r\n"), table("", "\n\n")}) {
      CsvSource source = CsvSource.of(file);
      assertThat(source.count()).isEqualTo(2_500);
      assertThat(source.classes()).isEqualTo(SET.classes());
      assertThat(source.read(0, 2_500).checksum()).isEqualTo(SET.checksum());
      for (int first : new int[] {0, 1_000, 1_023, 1_024, 2_048, 2_490}) {
        assertThat(source.read(first, 10).checksum())
            .as("from %d", first)
            .isEqualTo(SET.read(first, 10).checksum());
      }
    }
  }

  @Test
  void aWrongRowIsNamed() throws IOException {
    Path file = table(header(), "\n");
    Files.writeString(file, Files.readString(file) + "5,300\n");
    assertThatThrownBy(() -> CsvSource.of(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("digits from 2048 on, line 454: 2 values instead of 785");
  }
}
