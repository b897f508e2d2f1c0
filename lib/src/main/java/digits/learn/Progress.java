package digits.learn;

/**
 * How far a training is.
 *
 * @param stage what is being done, such as "ten logistic fits"
 * @param done units done so far
 * @param total units at most; the work may end earlier
 * @param loss the sum of the losses of all classifiers, or NaN where there is none yet
 */
public record Progress(String stage, long done, long total, double loss) {}
