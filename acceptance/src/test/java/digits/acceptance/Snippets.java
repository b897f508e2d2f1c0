package digits.acceptance;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

/** A class whose single method runs the cells of a notebook in order. */
final class Snippets {

  /** The kernel's own imports. */
  private static final String BEGIN =
      """
      import java.io.*; import java.math.*; import java.net.*; import java.time.*; import java.util.*;
      import java.util.concurrent.*; import java.util.prefs.*; import java.util.regex.*;
      import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;
      """;

  private static final Path KERNEL =
      Project.ROOT.resolve(".venv/share/jupyter/kernels/java/jjava.jar");

  private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)//.*$");

  /** Tells statements apart. */
  private static final SourceCodeAnalysis JAVA =
      JShell.builder().executionEngine("local").build().sourceCodeAnalysis();

  private final String name;
  private final StringBuilder imports = new StringBuilder(BEGIN);
  private final StringBuilder body = new StringBuilder();

  Snippets(String name) {
    this.name = name;
  }

  /** Adds a cell's code, whose last line may be a value. */
  Snippets cell(String code) {
    String rest = COMMENT.matcher(code).replaceAll("");
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = JAVA.analyzeCompletion(rest);
      String one = next.source() == null ? rest : next.source().strip();
      rest = next.source() == null ? "" : next.remaining();
      if (one.startsWith("import ")) {
        imports.append(one).append('\n');
      } else if (one.endsWith(";") || one.endsWith("}")) {
        body.append(one).append('\n');
      } else {
        body.append("show(").append(one).append(");\n");
      }
    }
    return this;
  }

  /** Adds code in a scope of its own. */
  Snippets block(String code) {
    body.append("new Object() { void run() throws Exception {\n");
    cell(code);
    body.append("} }.run();\n");
    return this;
  }

  private String source() {
    return imports
        + "public class "
        + name
        + " {\n"
        + "public static final List<Object> SHOWN = new ArrayList<>();\n"
        + "static void show(Object value) { SHOWN.add(Objects.requireNonNull(value)); }\n"
        + "public static void run() throws Exception {\n"
        + body
        + "} }\n";
  }

  /** Compiles classes into a folder; returns each error with its line. */
  static List<String> compile(Path folder, List<Snippets> all) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Snippets one : all) {
      files.add(Files.writeString(folder.resolve(one.name + ".java"), one.source()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var errors = new DiagnosticCollector<JavaFileObject>();
    String classPath = System.getProperty("java.class.path") + ":" + KERNEL;
    List<String> options = List.of("-proc:none", "-cp", classPath, "-d", folder.toString());
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(errors, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files);
      compiler.getTask(null, manager, errors, options, null, sources).call();
    }
    List<String> said = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> error : errors.getDiagnostics()) {
      if (error.getKind() == Diagnostic.Kind.ERROR) {
        Path file = Path.of(error.getSource().getName());
        String line = Files.readAllLines(file).get((int) error.getLineNumber() - 1);
        said.add(file.getFileName() + ": " + line + ": " + error.getMessage(Locale.ROOT));
      }
    }
    return said;
  }

  /** Runs the compiled class; returns the values of its cells. */
  List<?> run(Path folder) throws Exception {
    URL[] urls = {folder.toUri().toURL(), KERNEL.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls)) {
      Class<?> compiled = loader.loadClass(name);
      compiled.getMethod("run").invoke(null);
      return (List<?>) compiled.getField("SHOWN").get(null);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
