/**
 * Ten yes/no classifiers, their predictions, and the file that they are kept in.
 *
 * <p>Each {@link digits.model.BinaryClassifier} detects one digit and answers yes or no by the sign
 * of its margin (scikit-learn's decision function). A {@link digits.model.Decision} turns the ten
 * margins into one answer.
 *
 * <p>{@link digits.model.ModelFile} has the two verbs, save and load. What can go wrong is one of
 * the kinds of {@link digits.model.ModelFileException}.
 *
 * <h2>The file</h2>
 *
 * Every version of the format has the same envelope. Numbers are big-endian and signed; n is the
 * length of the payload.
 *
 * <table>
 *   <caption>The envelope</caption>
 *   <tr><th>offset</th><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>8</td><td>magic: {@code 8a 54 45 4e 0d 0a 1a 0a}. The first byte is not
 *       text, then TEN, then the line ends that a transfer as text would change</td></tr>
 *   <tr><td>8</td><td>4</td><td>version of the payload, an int: 1 or 2</td></tr>
 *   <tr><td>12</td><td>8</td><td>n, a long</td></tr>
 *   <tr><td>20</td><td>n</td><td>payload</td></tr>
 *   <tr><td>20 + n</td><td>32</td><td>SHA-256 of all bytes before it</td></tr>
 * </table>
 *
 * Nothing follows. The checksum is verified before the version is believed and before anything of
 * the payload is read. A file is at most 64 MiB.
 *
 * <h2>Payload, version 2</h2>
 *
 * One object in the Java Object Serialization Stream Protocol (version 5, {@code ac ed 00 05}): the
 * record {@code digits.model.SavedModel2}, which holds
 *
 * <ul>
 *   <li>{@code SavedFeatures2 features}: what the classifiers see, one of the records below
 *   <li>{@code SavedModel1$Classifier[] classifiers} and {@code SavedModel1$Origin origin}, as in
 *       version 1, with as many weights as there are features
 * </ul>
 *
 * The features are a tree of records nested in {@code digits.model.SavedFeatures2}; each says how
 * to make a row of numbers of another, starting from 784 pixels scaled to [0, 1]:
 *
 * <table>
 *   <caption>Features</caption>
 *   <tr><th>record</th><th>fields</th><th>stands for</th></tr>
 *   <tr><td>SavedPixels</td><td></td><td>{@link digits.features.Pixels}</td></tr>
 *   <tr><td>SavedDeskew</td><td>double width</td><td>{@link digits.features.Deskew}</td></tr>
 *   <tr><td>SavedHog</td><td>int cell</td><td>{@link digits.features.Hog}</td></tr>
 *   <tr><td>SavedComponents</td><td>SavedMatrix directions, float[] offsets</td><td>{@link
 *       digits.features.Pca.Components}</td></tr>
 *   <tr><td>SavedUnits</td><td>SavedMatrix directions, float[] offsets</td><td>{@link
 *       digits.features.RandomUnits.Units}</td></tr>
 *   <tr><td>SavedStandardized</td><td>float[] means, float[] scales</td><td>{@link
 *       digits.features.Standardize.Standardized}</td></tr>
 *   <tr><td>SavedViews</td><td>SavedFeatures2 map, SavedWarps warps (int copies, double shift,
 *       rotation, scale, elastic, smoothing)</td><td>{@link digits.features.Views}</td></tr>
 *   <tr><td>SavedChain</td><td>SavedFeatures2 first, second</td><td>{@link
 *       digits.features.Chain}</td></tr>
 *   <tr><td>SavedConcat</td><td>SavedFeatures2 left, right</td><td>{@link
 *       digits.features.Concat}</td></tr>
 * </table>
 *
 * A {@code digits.model.SavedMatrix} has {@code int rows}, {@code int columns} and {@code short[]
 * bits}, row after row: each number is a bfloat16, the upper half of a float. The directions are
 * rounded so before anything is trained on them, so a loaded model is the very same.
 *
 * <p>The model is a tree: no record and no array of numbers in it stands there twice by a reference
 * back, which would let a small file make a model of any size. There are at most ten classifiers.
 * Every number is finite.
 *
 * <p>It is read behind an allow-list of these records, their arrays and {@code String}; no other
 * class is even looked for. There are at most 24 levels, 5,000 objects, 33,554,432 elements an
 * array, 5,000 an array of records or texts, and all arrays together have no more elements than the
 * payload has bytes for.
 *
 * <h2>Payload, version 1</h2>
 *
 * One object in the Java Object Serialization Stream Protocol (version 5, {@code ac ed 00 05}): the
 * record {@code digits.model.SavedModel1}, which holds
 *
 * <ul>
 *   <li>{@code String features}: the name of the feature map; version 1 knows "pixels"
 *   <li>{@code SavedModel1$Classifier[] classifiers}: at least one, one a digit, each with {@code
 *       int digit} (0 to 9), {@code double[] weights} (784, row-major from the top left; pixels are
 *       scaled to [0, 1]) and {@code double intercept}, all finite
 *   <li>{@code SavedModel1$Origin origin}: what trained it: {@code String learner}, {@code String[]
 *       optionNames} and {@code optionValues} (as many of both), {@code long seed}, {@code String
 *       data}, {@code int digits}, {@code String checksum}, {@code String version} and {@code
 *       double trainingError}
 * </ul>
 *
 * It is read behind an allow-list of these three records, their arrays and {@code String}, at most
 * 784 elements an array, 5,000 objects, 8 levels and 1 MiB, and otherwise with the limits of
 * version 2. So no code of the file's choice runs. The checksum finds damage, not malice: a file
 * from a stranger can still hold a model that answers wrongly.
 *
 * <p>The names and types of these records never change. A later version of the format gets records
 * of its own, and version 1 stays readable.
 */
package digits.model;
