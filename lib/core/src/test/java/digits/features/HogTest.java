package digits.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import digits.data.Digit;
import digits.data.Mnist;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histograms of gradients against a direct computation in float64. */
class HogTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 7, 14})
  void agreesWithTheDefinition(int cell) {
    Mnist.load().test().head(20).forEach(digit -> assertAgrees(digit, cell));
    // MNIST's digits are blank at the edges; this one is not.
    byte[] pixels = new byte[Digit.PIXELS];
    new Random(1).nextBytes(pixels);
    assertAgrees(Digit.of(pixels, Digit.UNLABELLED), cell);
  }

  private static void assertAgrees(Digit digit, int cell) {
    Hog hog = new Hog(cell);
    double[] expected = blocks(digit, cell);
    float[] actual = hog.map(digit);
    assertThat(actual).hasSize(expected.length).hasSize(hog.size());
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i]).as("number %d", i).isCloseTo(expected[i], within(2e-4));
    }
  }

  /** The same, computed directly: every pixel against every cell and direction, by distance. */
  private static double[] blocks(Digit digit, int cell) {
    int cells = Digit.SIDE / cell;
    double[][][] votes = new double[cells][cells][9];
    for (int y = 0; y < Digit.SIDE; y++) {
      for (int x = 0; x < Digit.SIDE; x++) {
        double dx = ink(digit, y, x + 1) - ink(digit, y, x - 1);
        double dy = ink(digit, y + 1, x) - ink(digit, y - 1, x);
        double turns = Math.atan2(dy, dx) / (2 * Math.PI);
        for (int i = 0; i < cells; i++) {
          for (int j = 0; j < cells; j++) {
            double near =
                Math.max(0, 1 - Math.abs((y + 0.5) / cell - (i + 0.5)))
                    * Math.max(0, 1 - Math.abs((x + 0.5) / cell - (j + 0.5)));
            for (int k = 0; k < 9; k++) {
              double away = Math.abs(Math.IEEEremainder(turns - k / 9.0, 1)) * 9;
              votes[i][j][k] += Math.hypot(dx, dy) * near * Math.max(0, 1 - away);
            }
          }
        }
      }
    }
    double[] all = new double[(cells - 1) * (cells - 1) * 36];
    for (int i = 0; i < cells - 1; i++) {
      for (int j = 0; j < cells - 1; j++) {
        double[] block = new double[36];
        System.arraycopy(votes[i][j], 0, block, 0, 9);
        System.arraycopy(votes[i][j + 1], 0, block, 9, 9);
        System.arraycopy(votes[i + 1][j], 0, block, 18, 9);
        System.arraycopy(votes[i + 1][j + 1], 0, block, 27, 9);
        unit(block);
        for (int k = 0; k < 36; k++) {
          block[k] = Math.min(block[k], 0.25);
        }
        unit(block);
        Arrays.setAll(block, k -> Math.sqrt(block[k]));
        System.arraycopy(block, 0, all, (i * (cells - 1) + j) * 36, 36);
      }
    }
    return all;
  }

  private static void unit(double[] block) {
    double squares = 1e-3;
    for (double x : block) {
      squares += x * x;
    }
    for (int k = 0; k < block.length; k++) {
      block[k] /= Math.sqrt(squares);
    }
  }

  private static double ink(Digit digit, int y, int x) {
    boolean inside = y >= 0 && y < Digit.SIDE && x >= 0 && x < Digit.SIDE;
    return inside ? digit.pixel(y, x) / 255.0 : 0;
  }
}
