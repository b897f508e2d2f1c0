package digits.model;

import digits.features.Augmentation;
import java.io.Serializable;

/**
 * How digits are warped, in format version 2. Frozen, see {@link SavedModel2}.
 *
 * @param copies how many
 * @param shift in pixels
 * @param rotation in radians
 * @param scale a share
 * @param elastic in pixels
 * @param smoothing in pixels
 */
record SavedWarps(
    int copies, double shift, double rotation, double scale, double elastic, double smoothing)
    implements Serializable {

  private static final long serialVersionUID = 2L;

  static SavedWarps of(Augmentation warps) {
    return new SavedWarps(
        warps.copies(),
        warps.shift(),
        warps.rotation(),
        warps.scale(),
        warps.elastic(),
        warps.smoothing());
  }

  Augmentation toAugmentation() {
    return new Augmentation(copies, shift, rotation, scale, elastic, smoothing);
  }
}
