package digits.learn;

import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import java.util.List;
import java.util.Map;

/**
 * Makes yes/no classifiers of training digits, one for each digit wanted. Its hyper-parameters are
 * its own, so that one learner can be used many times.
 */
public sealed interface Learner permits LinearLearner, Ridge, SmileLearner {

  /**
   * What it is called.
   *
   * @return the name, such as "logistic"
   */
  String name();

  /** Its hyper-parameters: values by name. */
  Map<String, String> options();

  /**
   * Trains one classifier for each digit wanted.
   *
   * @param data the training digits
   * @param wanted which digits to detect, ascending
   * @param workers threads to share
   * @param listener is told how far it is
   * @return one classifier a digit, in the order of {@code wanted}
   */
  List<BinaryClassifier> fit(
      TrainingData data, int[] wanted, Workers workers, ProgressListener listener);
}
