package digits.model;

import digits.features.Chain;
import digits.features.Concat;
import digits.features.Deskew;
import digits.features.FeatureMap;
import digits.features.Hog;
import digits.features.Pca.Components;
import digits.features.Pixels;
import digits.features.RandomUnits.Units;
import digits.features.Standardize.Standardized;
import digits.features.Views;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The features of format version 2. Frozen, see {@link SavedModel2}. */
sealed interface SavedFeatures2 extends Serializable {

  /** Puts the features together again. */
  FeatureMap toMap();

  /** The records and arrays that it is made of. */
  default List<Object> parts() {
    return List.of();
  }

  /** Takes features apart, each part into a record of its own. */
  static SavedFeatures2 of(FeatureMap map) {
    return of(map, Payload.MOST_LEVELS);
  }

  private static SavedFeatures2 of(FeatureMap map, int levels) {
    if (levels == 0) {
      throw new IllegalArgumentException(
          "features in more than " + Payload.MOST_LEVELS + " levels cannot be saved");
    }
    if (map instanceof Pixels) {
      return new SavedPixels();
    }
    if (map instanceof Deskew deskew) {
      return new SavedDeskew(deskew.width());
    }
    if (map instanceof Hog hog) {
      return new SavedHog(hog.cell());
    }
    if (map instanceof Components components) {
      return new SavedComponents(
          SavedMatrix.of(components.directions()), components.offsets().clone());
    }
    if (map instanceof Units units) {
      return new SavedUnits(SavedMatrix.of(units.directions()), units.offsets().clone());
    }
    if (map instanceof Standardized standard) {
      return new SavedStandardized(standard.means().clone(), standard.scales().clone());
    }
    if (map instanceof Chain chain) {
      return new SavedChain(of(chain.first(), levels - 1), of(chain.second(), levels - 1));
    }
    if (map instanceof Views views) {
      return new SavedViews(of(views.map(), levels - 1), SavedWarps.of(views.warps()));
    }
    if (map instanceof Concat both) {
      return new SavedConcat(of(both.left(), levels - 1), of(both.right(), levels - 1));
    }
    throw new IllegalArgumentException(
        "only this library's own features can be saved, not \"" + map.name() + "\"");
  }

  /** The pixels themselves. */
  record SavedPixels() implements SavedFeatures2 {

    private static final long serialVersionUID = 2L;

    @Override
    public FeatureMap toMap() {
      return new Pixels();
    }
  }

  /** Upright digits. */
  record SavedDeskew(double width) implements SavedFeatures2 {

    private static final long serialVersionUID = 2L;

    @Override
    public FeatureMap toMap() {
      return new Deskew(width);
    }
  }

  /** Histograms of oriented gradients. */
  record SavedHog(int cell) implements SavedFeatures2 {

    private static final long serialVersionUID = 2L;

    @Override
    public FeatureMap toMap() {
      return new Hog(cell);
    }
  }

  /** Components, one a row, and the mean's place along each. */
  record SavedComponents(SavedMatrix directions, float[] offsets) implements SavedFeatures2 {

    private static final long serialVersionUID = 2L;

    @Override
    public List<Object> parts() {
      return Arrays.asList(directions, offsets);
    }

    @Override
    public FeatureMap toMap() {
      return new Components(directions.toMatrix(), offsets);
    }
  }

  /** Units, one a row, and what is taken away from what each sees. */
  record SavedUnits(SavedMatrix directions, float[] offsets) implements SavedFeatures2 {

    private static final long serialVersionUID = 2L;

    @Override
    public List<Object> parts() {
      return Arrays.asList(directions, offsets);
    }

    @Override
    public FeatureMap toMap() {
      return new Units(directions.toMatrix(), offsets);
    }
  }

  /** Means and scales, one a column. */
  record SavedStandardized(float[] means, float[] scales) implements SavedFeatures2 {

    private static final long serialVersionUID = 2L;

    @Override
    public List<Object> parts() {
      return Arrays.asList(means, scales);
    }

    @Override
    public FeatureMap toMap() {
      return new Standardized(means, scales);
    }
  }

  /** The mean over warped views. */
  record SavedViews(SavedFeatures2 map, SavedWarps warps) implements SavedFeatures2 {

    private static final long serialVersionUID = 2L;

    @Override
    public List<Object> parts() {
      return Arrays.asList(map, warps);
    }

    @Override
    public FeatureMap toMap() {
      return new Views(map.toMap(), warps.toAugmentation());
    }
  }

  /** One after the other. */
  record SavedChain(SavedFeatures2 first, SavedFeatures2 second) implements SavedFeatures2 {

    private static final long serialVersionUID = 2L;

    @Override
    public List<Object> parts() {
      return Arrays.asList(first, second);
    }

    @Override
    public FeatureMap toMap() {
      return new Chain(first.toMap(), second.toMap());
    }
  }

  /** One beside the other. */
  record SavedConcat(SavedFeatures2 left, SavedFeatures2 right) implements SavedFeatures2 {

    private static final long serialVersionUID = 2L;

    @Override
    public List<Object> parts() {
      return Arrays.asList(left, right);
    }

    @Override
    public FeatureMap toMap() {
      return new Concat(left.toMap(), right.toMap());
    }
  }
}
