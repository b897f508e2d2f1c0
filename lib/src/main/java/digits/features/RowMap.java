package digits.features;

import digits.linalg.FloatMatrix;

/** A map that treats each row separately. */
@FunctionalInterface
interface RowMap {

  /**
   * Maps one row.
   *
   * @param out overwritten; holds arbitrary numbers before
   */
  void map(float[] in, float[] out);

  /** Maps all rows, one after another. */
  static void map(FloatMatrix in, FloatMatrix out, RowMap map) {
    float[] before = new float[in.columns()];
    float[] after = new float[out.columns()];
    for (int i = 0; i < in.rows(); i++) {
      in.getRow(i, before);
      map.map(before, after);
      out.setRow(i, after);
    }
  }
}
