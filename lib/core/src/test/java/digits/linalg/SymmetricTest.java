package digits.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large symmetric matrices against direct sums. */
class SymmetricTest {

  private static final int SIZE = 700; // more than two tiles, and no multiple of one

  private static FloatMatrix random(int rows, long seed) {
    return random(rows, SIZE, seed);
  }

  private static FloatMatrix random(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FloatMatrix matrix = new FloatMatrix(rows, columns);
    float[] row = new float[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) random.nextDouble(-1, 1);
      }
      matrix.setRow(i, row);
    }
    return matrix;
  }

  private static double dot(FloatMatrix matrix, int column, int other) {
    double sum = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      sum += (double) matrix.from(i, column).get(0) * matrix.from(i, other).get(0);
    }
    return sum;
  }

  @Test
  void gramsOfBlocksAddUp() {
    FloatMatrix all = random(1_500, 1);
    try (Workers workers = new Workers()) {
      SymmetricMatrix parts = new SymmetricMatrix(SIZE);
      parts.addGram(all.rows(0, 1_000), workers, 0);
      parts.addGram(all.rows(1_000, 500), workers, 0);
      for (int i = 0; i < SIZE; i += 71) {
        for (int j = 0; j < SIZE; j += 67) {
          assertThat(parts.get(i, j)).as("%d, %d", i, j).isCloseTo(dot(all, i, j), within(1e-3));
        }
      }
      SymmetricMatrix copy = parts.copy();
      double[] x = new double[SIZE];
      x[3] = 2;
      x[699] = 5;
      copy.addOuterProduct(0.5, x);
      copy.addDiagonal(SIZE, 7);
      assertThat(copy.get(3, 699) - parts.get(3, 699)).isCloseTo(5, within(1e-9));
      assertThat(copy.get(3, 3) - parts.get(3, 3)).isCloseTo(9, within(1e-9));
      assertThat(copy.get(4, 699)).isEqualTo(parts.get(4, 699));
    }
  }

  @Test
  void theGramMatrixOfSomeRowsAndColumnsIsScaled() {
    FloatMatrix all = random(6_000, 6);
    FloatMatrix third = all.every(3);
    assertThat(third.rows()).isEqualTo(2_000);
    FloatMatrix same = new FloatMatrix(2_000, SIZE);
    float[] row = new float[SIZE];
    for (int i = 0; i < 2_000; i++) {
      all.getRow(3 * i, row);
      same.setRow(i, row);
    }
    try (Workers workers = new Workers()) {
      SymmetricMatrix gram = SymmetricMatrix.gram(third.columns(0, 449), workers);
      gram.scale(3);
      gram.addDiagonal(10, 5);
      for (int i = 0; i < 449; i += 32) {
        for (int j = 0; j <= i; j += 32) {
          double expected = 3 * dot(same, i, j) + (i == j && i < 10 ? 5 : 0);
          assertThat(gram.get(i, j)).as("%d, %d", i, j).isCloseTo(expected, within(1e-2));
        }
      }
    }
  }

  @Test
  void aFactorMadeInsideABlockIsTheSame() {
    try (Workers workers = new Workers()) {
      double[][] solved = new double[3][SIZE];
      SymmetricMatrix matrix = SymmetricMatrix.gram(random(1_500, 8), workers);
      SymmetricMatrix[] copies = {matrix.copy(), matrix.copy()};
      solved[2][7] = 1;
      Cholesky.of(matrix, workers).solve(solved[2]);
      workers.forEach(
          2,
          i -> {
            solved[i][7] = 1;
            Cholesky.of(copies[i], workers).solve(solved[i]);
          });
      assertThat(solved[0]).isEqualTo(solved[2]);
      assertThat(solved[1]).isEqualTo(solved[2]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {SIZE, 2_100})
  void theFactorSolves(int size) {
    try (Workers workers = new Workers()) {
      SymmetricMatrix matrix = SymmetricMatrix.gram(random(2 * size, size, 2), workers);
      double[] x = new SplittableRandom(3).doubles(size, -1, 1).toArray();
      double[] b = new double[size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          b[i] += matrix.get(i, j) * x[j];
        }
      }
      Cholesky.of(matrix, workers).solve(b);
      assertThat(b).containsExactly(x, within(1e-9));
    }
  }

  @Test
  void whatIsNotPositiveDefiniteIsSaid() {
    try (Workers workers = new Workers()) {
      SymmetricMatrix matrix = new SymmetricMatrix(SIZE);
      matrix.addGram(random(500, 4), workers, 0);
      matrix.addDiagonal(SIZE, -1);
      assertThatThrownBy(() -> Cholesky.of(matrix, workers))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not positive definite")
          .hasMessageContaining("larger penalty");
    }
  }

  @Test
  void aSizeThatCannotBeIsSaid() {
    assertThatThrownBy(() -> new SymmetricMatrix(20_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a symmetric matrix of 20,000 rows needs 3,200,000,000 bytes; at most 16,383 rows fit:"
                + " use fewer features");
    assertThatThrownBy(() -> new SymmetricMatrix(16_384)).hasMessageContaining("16,384 rows");
    SymmetricMatrix.checkSize(16_383);
    assertThatThrownBy(() -> new SymmetricMatrix(-1))
        .hasMessage("a symmetric matrix must have at least 1 row, not -1");
  }

  @Test
  void eigenvectorsAreStretchedAndNotTurned() {
    try (Workers workers = new Workers()) {
      FloatMatrix rows = random(40, 5);
      float[] row = new float[SIZE];
      for (int i = 0; i < rows.rows(); i++) {
        rows.getRow(i, row);
        for (int j = 0; j < SIZE; j++) {
          row[j] *= (float) Math.pow(0.9, i);
        }
        rows.setRow(i, row);
      }
      SymmetricMatrix matrix = SymmetricMatrix.gram(rows, workers);
      FloatMatrix vectors = Eigenvectors.of(matrix, 50, workers);
      float[] v = new float[SIZE];
      double before = Double.POSITIVE_INFINITY;
      for (int k = 0; k < 20; k++) {
        vectors.getRow(k, v);
        double[] product = new double[SIZE];
        double value = 0;
        for (int i = 0; i < SIZE; i++) {
          for (int j = 0; j < SIZE; j++) {
            product[i] += matrix.get(i, j) * v[j];
          }
          value += product[i] * v[i];
        }
        for (int i = 0; i < SIZE; i++) {
          assertThat(product[i]).isCloseTo(value * v[i], within(1e-4 * value));
        }
        assertThat(value).isLessThan(before);
        before = value;
      }
      vectors.getRow(40, v); // Of 40 rows no more than 40 directions can be made.
      assertThat(v).containsOnly(0);
    }
  }

  @Test
  void windowsShareTheMemory() {
    FloatMatrix matrix = new FloatMatrix(4, 6);
    matrix.rows(1, 2).columns(2, 3).setRow(1, new float[] {1, 2, 3});
    float[] row = new float[6];
    matrix.getRow(2, row);
    assertThat(row).containsExactly(0, 0, 1, 2, 3, 0);
    assertThat(matrix.columns(2, 3).stride()).isEqualTo(6);
    assertThatThrownBy(() -> matrix.rows(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Product.ofTransposed(matrix, matrix, 0, matrix))
        .hasMessage("a product of 6 x 4 by 4 x 6 does not fit in 4 x 6");
  }

  @Test
  void bfloat16RoundsToTheNearestAndHalfwayToTheEvenOne() {
    assertThat(BFloat16.round(-0.5f)).isEqualTo(-0.5f);
    assertThat(BFloat16.round(1 + 1.1f / 256)).isEqualTo(1 + 1f / 128);
    assertThat(BFloat16.round(1 + 1f / 256)).isEqualTo(1);
    assertThat(BFloat16.round(1 + 3f / 256)).isEqualTo(1 + 2f / 128);
  }
}
