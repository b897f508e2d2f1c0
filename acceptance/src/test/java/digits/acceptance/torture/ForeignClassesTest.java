package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.model.ModelFile;
import digits.model.ModelFileException;
import java.awt.Point;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No class but the format's own comes to life from a model file: not one of Java's or of any
 * library that is on the class path, and not one that is not there. They are not even loaded.
 */
class ForeignClassesTest {

  @TempDir(factory = InMemory.class)
  Path folder;

  /** Each class by its name, as the whole and in the place of the features. */
  @Test
  void everyClassThatThereIs() throws Exception {
    List<String> names = new ArrayList<>(classesOfJava());
    names.addAll(classesOnTheClassPath());
    names.removeIf(name -> name.startsWith("digits.model.Saved"));
    assertThat(names).hasSizeGreaterThan(20_000).contains("java.net.URL", "smile.math.MathEx");
    Collections.shuffle(names, new Random(Effort.seed(getClass())));
    List<String> tried = names.subList(0, Math.min(names.size(), Effort.times(1_500, 1_000_000)));
    byte[] right = SealedFile.of(SealedFile.tiny(folder)).payload();
    Path file = folder.resolve("models.ser");

    long before = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    String figures =
        Worker.all(
            ModelFuzzTest.TIMES,
            ModelFuzzTest.CONSTANT,
            List.of(
                worker -> {
                  for (String name : tried) {
                    refuse(worker, file, objectOf(name));
                    refuse(worker, file, withAnotherClass(right, name));
                  }
                }));
    long loaded = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - before;

    assertThat(loaded).as("classes that were loaded").isLessThan(300);
    Effort.tried("model files: every class of Java and of the class path", figures);
  }

  private static void refuse(Worker worker, Path file, byte[] payload) throws Exception {
    byte[] bytes = new SealedFile(3, payload).bytes();
    Files.write(file, bytes);
    Object loaded =
        worker.read(bytes, bytes.length, () -> ModelFile.load(file), ModelFileException.class);
    assertThat(loaded).isNull();
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

  /** The features of a right payload, but of another class. */
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

  private static Set<String> classesOnTheClassPath() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        try (ZipFile jar = new ZipFile(entry)) {
          names.addAll(
              jar.stream()
                  .flatMap(in -> className(in.getName()))
                  .collect(Collectors.toCollection(TreeSet::new)));
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

  /** Objects whose reading does something: known starts of chains that end in code. */
  @Test
  void knownGadgets() throws Exception {
    List<Object> gadgets = gadgets();
    Path file = folder.resolve("models.ser");
    String figures =
        Worker.all(
            ModelFuzzTest.TIMES,
            ModelFuzzTest.CONSTANT,
            List.of(
                worker -> {
                  for (Object gadget : gadgets) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                      out.writeObject(gadget);
                    }
                    refuse(worker, file, bytes.toByteArray());
                  }
                }));
    Effort.tried("model files: known starts of chains that end in code", figures);
  }

  /** A bomb of sets takes for ever to read; the rest calls methods of what is in it. */
  private static List<Object> gadgets() throws Exception {
    Set<Object> bomb = new HashSet<>();
    Set<Object> one = bomb;
    Set<Object> two = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      Set<Object> first = new HashSet<>(List.of("x"));
      Set<Object> second = new HashSet<>();
      one.add(first);
      one.add(second);
      two.add(first);
      two.add(second);
      one = first;
      two = second;
    }
    Object[] cycle = new Object[1];
    cycle[0] = cycle;
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    Map<Object, Object> lookup = new HashMap<>();
    lookup.put(URI.create("http://localhost:1/").toURL(), "asks for the host's address");
    PriorityQueue<Object> queue = new PriorityQueue<>(List.of("a", "b"));
    Object proxy =
        Proxy.newProxyInstance(
            ForeignClassesTest.class.getClassLoader(),
            new Class<?>[] {Comparable.class, Serializable.class},
            new Answer());
    List<Object> all =
        new ArrayList<>(
            List.of(bomb, cycle, deep, lookup, queue, proxy, new TreeMap<>(), new Point(1, 2)));
    for (String name :
        List.of(
            "javax.management.BadAttributeValueExpException", "java.security.SignedObject",
            "javax.swing.event.EventListenerList", "java.util.EventObject")) {
      made(name).ifPresent(all::add);
    }
    return all;
  }

  /** An object of a class that has a constructor of no arguments, or of one object. */
  private static Optional<Object> made(String name) throws Exception {
    for (Constructor<?> constructor : Class.forName(name).getConstructors()) {
      if (constructor.getParameterCount() == 0) {
        return Optional.of(constructor.newInstance());
      }
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Object.class) {
        return Optional.of(constructor.newInstance("x"));
      }
    }
    return Optional.empty();
  }

  private static final class Answer implements InvocationHandler, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      return 0;
    }
  }
}
