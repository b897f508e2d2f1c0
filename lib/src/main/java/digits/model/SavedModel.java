package digits.model;

import java.io.Serializable;

/** The payload of a model file, one record for each version of the format. */
sealed interface SavedModel extends Serializable permits SavedModel1, SavedModel2 {

  /** Puts the model together again; its own constructors check every number. */
  DigitClassifier toModel();
}
