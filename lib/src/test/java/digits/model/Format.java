package digits.model;

import digits.model.SavedFeatures2.SavedPixels;
import digits.model.SavedModel1.Classifier;
import digits.model.SavedModel1.Origin;

/** The versions of the format, each with a small model on pixels for the tests to spoil. */
enum Format {
  VERSION_1(1) {
    @Override
    SavedModel with(Classifier[] classifiers, Origin origin) {
      return new SavedModel1("pixels", classifiers, origin);
    }

    @Override
    Object features(SavedModel saved) {
      return ((SavedModel1) saved).features();
    }
  },

  VERSION_2(2) {
    @Override
    SavedModel with(Classifier[] classifiers, Origin origin) {
      return new SavedModel2(new SavedPixels(), classifiers, origin);
    }

    @Override
    Object features(SavedModel saved) {
      return ((SavedModel2) saved).features();
    }
  };

  /** Two classifiers, and what trained them, the same in both versions. */
  static final Classifier[] CLASSIFIERS = SampleModel.saved1(3, 1, 5).classifiers();

  static final Origin ORIGIN = SampleModel.saved1(3, 1, 5).origin();

  private final int version;

  Format(int version) {
    this.version = version;
  }

  abstract SavedModel with(Classifier[] classifiers, Origin origin);

  abstract Object features(SavedModel saved);

  SavedModel sample() {
    return with(CLASSIFIERS, ORIGIN);
  }

  /** All of a file. */
  byte[] file(byte[] payload) {
    return new Envelope(version, payload).toBytes();
  }

  void assertRefused(byte[] payload, String said) {
    Forgery.assertRefused(version, payload, said);
  }
}
