package digits.spark;

import java.net.URL;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jars that a worker needs and that Spark does not bring: this library, Smile and OpenBLAS. */
final class Jars {

  private static final Pattern IN_A_JAR = Pattern.compile("jar:(file:.*)!/.*");

  private Jars() {}

  /** Those that this process uses; in a notebook they are not on Java's class path. */
  static Stream<String> needed() {
    return Stream.of(
            "digits/data/DigitSet.class",
            "digits/spark/PartTask.class",
            "smile/classification/Classifier.class",
            "smile/math/blas/BLAS.class",
            "org/bytedeco/javacpp/Loader.class",
            "org/bytedeco/javacpp/linux-x86_64/libjnijavacpp.so",
            "org/bytedeco/openblas/global/openblas.class",
            "org/bytedeco/openblas/linux-x86_64/libjniopenblas.so")
        .flatMap(Jars::jar)
        .distinct();
  }

  private static Stream<String> jar(String resource) {
    URL place = Jars.class.getClassLoader().getResource(resource);
    Matcher jar = IN_A_JAR.matcher(String.valueOf(place));
    return jar.matches() ? Stream.of(jar.group(1)) : Stream.empty();
  }
}
