package digits.features;

import digits.linalg.FloatMatrix;

/** What a map does to one row, where the rows do not need one another. */
@FunctionalInterface
interface RowMap {

  /**
   * Maps one row.
   *
   * @param in the row before
   * @param out the row after; holds anything, to be overwritten
   */
  void map(float[] in, float[] out);

  /** Maps row after row. */
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
