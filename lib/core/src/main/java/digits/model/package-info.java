/**
 * Ten yes/no classifiers, their predictions, and the file that keeps them.
 *
 * <p>Each {@link digits.model.BinaryClassifier} detects one digit and answers yes or no by the sign
 * of its margin (scikit-learn's decision function). A {@link digits.model.Decision} turns the ten
 * margins into one answer. {@link digits.model.ModelFile} saves a model and loads it again, bit for
 * bit or not at all.
 *
 * <h2>The file</h2>
 *
 * <table>
 *   <caption>The envelope; numbers are big-endian, n is the length of the payload</caption>
 *   <tr><th>offset</th><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>8</td><td>magic: {@code 8a 54 45 4e 0d 0a 1a 0a}. The first byte is not
 *       text, then TEN, then the line ends that a transfer as text would change</td></tr>
 *   <tr><td>8</td><td>4</td><td>version of the format, an int: 4</td></tr>
 *   <tr><td>12</td><td>n</td><td>payload</td></tr>
 *   <tr><td>12 + n</td><td>32</td><td>SHA-256 of all bytes before it</td></tr>
 * </table>
 *
 * The checksum is compared first: before the version is believed and before anything of the payload
 * is read. A file has at most 64 MiB. Versions 1 to 3 were never released.
 *
 * <p>The payload is one object in the Java Object Serialization Stream Protocol (version 5, {@code
 * ac ed 00 05}), the record {@code digits.model.SavedModel}:
 *
 * <ul>
 *   <li>{@code int[] digits}, {@code double[][] weights} and {@code double[] intercepts}, as many
 *       of each: the classifiers, with one weight per feature
 *   <li>{@code SavedModel$Origin origin}, what trained them: {@code String learner}, {@code
 *       String[] options} (name, value, name, value ...), {@code long seed}, {@code String data},
 *       {@code int digits}, {@code String checksum}, {@code String version}, {@code double
 *       trainingError}
 *   <li>{@code SavedFeatures features}, what they see: {@code String[] maps}, {@code short[][]
 *       directions}, {@code float[][] vectors}
 * </ul>
 *
 * Each of the maps, at most 100, is a text: its kind, then its settings, separated by single
 * spaces. It takes what it needs from the front of the lists: maps that follow, a matrix of
 * directions, vectors. Nothing is left at the end. The first map takes 784 pixels.
 *
 * <table>
 *   <caption>Maps</caption>
 *   <tr><th>text</th><th>takes</th><th>stands for</th></tr>
 *   <tr><td>pixels</td><td></td><td>{@link digits.features.Pixels}</td></tr>
 *   <tr><td>deskew, width</td><td></td><td>{@link digits.features.Deskew}</td></tr>
 *   <tr><td>hog, cell</td><td></td><td>{@link digits.features.Hog}</td></tr>
 *   <tr><td>components</td><td>matrix, offsets</td><td>{@link digits.features.Pca.Components}</td>
 *       </tr>
 *   <tr><td>units</td><td>matrix, offsets</td><td>{@link digits.features.RandomUnits.Units}</td>
 *       </tr>
 *   <tr><td>standardize</td><td>means, scales</td><td>{@link
 *       digits.features.Standardize.Standardized}</td></tr>
 *   <tr><td>views, copies, shift, rotation, scale, elastic, smoothing</td><td>map</td><td>{@link
 *       digits.features.Views}</td></tr>
 *   <tr><td>chain</td><td>first map, second map</td><td>{@link digits.features.Chain}</td></tr>
 *   <tr><td>concat</td><td>left map, right map</td><td>{@link digits.features.Concat}</td></tr>
 * </table>
 *
 * A matrix has as many rows as there are offsets, row after row; its numbers are bfloat16, the
 * upper halves of floats. Directions are rounded so before anything is trained on them, so a loaded
 * model is the very same. Every number is finite.
 *
 * <p>These three records, their arrays and texts are all that a payload may hold, with exactly
 * these fields; no other class is even looked for. There are at most 5,000 objects. An array is
 * made only if the bytes that follow can hold its elements, and may not stand in a list twice.
 */
package digits.model;
