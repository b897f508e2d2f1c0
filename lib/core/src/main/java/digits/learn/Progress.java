package digits.learn;

/**
 * How far a training has got.
 *
 * @param stage what is being done, such as "steps"
 * @param done units done so far
 * @param total units at most; the work may end earlier
 * @param loss sum of the losses of all classifiers; NaN if there is none yet
 */
public record Progress(String stage, long done, long total, double loss) {}
