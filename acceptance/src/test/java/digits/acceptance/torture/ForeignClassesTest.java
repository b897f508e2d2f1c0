package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectStreamConstants;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A model file cannot create an object of any class but the format's own, whether the class is
 * Java's, a library's or missing. Such classes are not even loaded.
 */
@Isolated("counts the classes that Java loads")
class ForeignClassesTest {

  @TempDir(factory = InMemory.class)
  Path folder;

  /** Each class name stands in turn for the whole model and for its features. */
  @Test
  void everyClassThatThereIs() throws Exception {
    List<String> names = new ArrayList<>(classesOfJava());
    names.addAll(classesOnTheClassPath());
    names.removeIf(name -> name.startsWith("digits.model.Saved"));
    assertThat(names).hasSizeGreaterThan(20_000).contains("java.net.URL", "smile.math.MathEx");
    Collections.shuffle(names, new Random(Effort.seed(getClass())));
    List<String> tried = names.subList(0, Math.min(names.size(), Effort.times(1_500, 1_000_000)));
    byte[] right = SealedFile.of(SealedFile.tiny(folder)).payload();

    long before = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    String figures =
        Worker.all(
            ModelFuzzTest.TIMES,
            ModelFuzzTest.CONSTANT,
            folder,
            (worker, place) -> {
              for (String name : tried) {
                refuse(worker, place, objectOf(name));
                refuse(worker, place, withAnotherClass(right, name));
              }
            });
    long loaded = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - before;

    assertThat(loaded).as("classes loaded").isLessThan(300);
    Effort.tried("model files: every class of Java and of the class path", figures);
  }

  private static void refuse(Worker worker, Path place, byte[] payload) throws Exception {
    byte[] bytes = new SealedFile(3, payload).bytes();
    assertThat(ModelFuzzTest.load(worker, place, bytes)).isNull();
  }

  private static byte[] objectOf(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
    out.writeShort(ObjectStreamConstants.STREAM_VERSION);
    out.writeByte(ObjectStreamConstants.TC_OBJECT);
    StreamMutation.describe(out, name, 0);
    return bytes.toByteArray();
  }

  /** A valid payload whose features have another class. */
  private static byte[] withAnotherClass(byte[] payload, String name) throws IOException {
    byte[] ours = StreamMutation.named("digits.model.SavedFeatures");
    // As texts of one byte a character, for these have a search.
    int at = latin(payload).indexOf(latin(ours));
    return Mutation.replaced(payload, at, ours.length, StreamMutation.named(name));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static List<String> classesOfJava() throws IOException {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
    try (Stream<Path> files = Files.walk(modules)) {
      return files
          .filter(file -> file.getNameCount() > 2)
          .map(file -> file.subpath(2, file.getNameCount()).toString())
          .flatMap(ForeignClassesTest::className)
          .toList();
    }
  }

  private static List<String> classesOnTheClassPath() throws IOException {
    List<String> names = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        try (ZipFile jar = new ZipFile(entry)) {
          jar.stream().flatMap(in -> className(in.getName())).forEach(names::add);
        }
      }
    }
    return names;
  }

  private static Stream<String> className(String file) {
    return file.endsWith(".class") && !file.contains("-")
        ? Stream.of(file.substring(0, file.length() - 6).replace('/', '.'))
        : Stream.empty();
  }
}
