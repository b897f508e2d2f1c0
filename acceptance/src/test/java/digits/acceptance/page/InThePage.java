package digits.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import digits.acceptance.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Provides tests with a {@link Lab} and a {@link Chromium} that all tests of a run share. After a
 * failure it keeps screenshots of the open pages; after each test it closes them.
 */
public final class InThePage
    implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {

  /** The folder for screenshots. */
  public static final Path SCREENSHOTS = Project.ROOT.resolve("acceptance/target/screenshots");

  /** Memory enough for every notebook, and a locale whose numbers have other digits. */
  private static final String KERNELS =
      "-Xmx1g -XX:MaxDirectMemorySize=2g -Duser.language=ar -Duser.country=EG";

  private static final Namespace OURS = Namespace.create(InThePage.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Lab.class || type == Chromium.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Lab.class ? lab(context) : chromium(context);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    String test = context.getRequiredTestMethod().getName();
    for (NotebookPage page : chromium(context).pages().toList()) {
      Path file = SCREENSHOTS.resolve("failed").resolve(test + "-" + page.name() + ".png");
      try {
        page.screenshot(file);
      } catch (PlaywrightException e) { // No notebook may be open, and that be the failure.
        failure.addSuppressed(e);
        page.page().screenshot(new Page.ScreenshotOptions().setPath(file));
      }
      System.out.println("screenshot: " + file);
      page.discard();
    }
    throw failure;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Chromium chromium = store(context).get(Chromium.class, Chromium.class);
    if (chromium != null) {
      chromium.pages().forEach(NotebookPage::close);
    }
  }

  /** Checks that all text is readable and unclipped in each theme, and keeps screenshots. */
  static void look(NotebookPage notebook, String name) {
    for (Theme theme : Theme.values()) {
      notebook.show(theme);
      assertThat(notebook.unreadable()).as("unreadable in %s", theme).isEmpty();
      assertThat(notebook.clipped()).as("clipped in %s", theme).isEmpty();
      String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
      notebook.screenshot(SCREENSHOTS.resolve(file));
    }
  }

  private static Lab lab(ExtensionContext context) {
    return store(context).computeIfAbsent(Lab.class, key -> start(), Lab.class);
  }

  private static Lab start() {
    try {
      return Lab.start(KERNELS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Chromium chromium(ExtensionContext context) {
    return store(context).computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
  }

  /** Its contents are closed after the last test. */
  private static Store store(ExtensionContext context) {
    return context.getRoot().getStore(OURS);
  }
}
