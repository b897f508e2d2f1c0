package digits.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import digits.acceptance.InTheProject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The site that {@code ./lab site} builds, opened from the file system. */
@InTheProject
class SiteTest {

  private static final Path JAVADOC = Site.FOLDER.resolve("javadoc");
  private static final List<String> OF_JAVADOC =
      List.of("index.html", "digits/model/package-summary.html", "digits/learn/Trainer.html");

  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
  private static final int[] WIDTHS = {360, 1400};
  private static final int HEIGHT = 1000;

  private static final String LINKS =
      "() => [...document.querySelectorAll('[href], [src]')].map(e => e.href || e.src)";
  private static final String ANCHORS =
      "() => [...document.querySelectorAll('[id]')].map(e => e.id)";
  private static final String BAD_PICTURES =
      "() => [...document.images].filter(i => !i.alt || !i.naturalWidth)"
          + ".map(i => i.outerHTML.slice(0, 99))";
  private static final String UNREADABLE = "() => inPage.unreadable([document.body])";
  private static final String EXCESS =
      "() => document.documentElement.scrollWidth - window.innerWidth";

  private static final Map<Path, List<String>> LINKS_OF = new TreeMap<>();
  private static final Map<Path, List<String>> ANCHORS_OF = new TreeMap<>();
  private static final List<String> FAULTS = new ArrayList<>();
  private static final List<String> EYESORES = new ArrayList<>();

  @BeforeAll
  static void buildAndVisit() throws Exception {
    Site.build();
    try (Chromium chromium = Chromium.start()) {
      visit(chromium.empty());
    }
  }

  private static void visit(Page page) throws IOException {
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            FAULTS.add(page.url() + ": " + message.text() + " " + message.location());
          }
        });
    page.onPageError(error -> FAULTS.add(page.url() + ": " + error));
    page.onRequest(
        request -> {
          if (!request.url().matches("(?s)(file|data|blob):.*")) {
            FAULTS.add(page.url() + " asks for " + request.url());
          }
        });
    for (Path file : ours()) {
      visit(page, file);
    }
    for (String file : OF_JAVADOC) {
      page.navigate(JAVADOC.resolve(file).toUri().toString());
    }
  }

  private static List<Path> ours() throws IOException {
    try (Stream<Path> files = Files.walk(Site.FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".html") && !file.startsWith(JAVADOC))
          .toList();
    }
  }

  private static void visit(Page page, Path file) {
    page.navigate(file.toUri().toString());
    LINKS_OF.put(file, texts(page, LINKS));
    ANCHORS_OF.put(file, texts(page, ANCHORS));
    texts(page, BAD_PICTURES)
        .forEach(picture -> FAULTS.add(file + " lacks a picture or words for it: " + picture));
    // All sources look alike, and there are many.
    for (ColorScheme scheme : isSource(file) ? List.of(ColorScheme.DARK) : SCHEMES) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      texts(page, UNREADABLE)
          .forEach(text -> EYESORES.add(file + " is hard to read, " + scheme + ": " + text));
      for (int width : WIDTHS) {
        page.setViewportSize(width, HEIGHT);
        look(page, file, scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
      }
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().contains("/src/");
  }

  private static void look(Page page, Path file, String how) {
    int excess = (Integer) page.evaluate(EXCESS);
    if (excess > 0) {
      EYESORES.add(file + " scrolls sideways by " + excess + " pixels, " + how);
    }
    if (how.matches("light-1400|dark-360") && !isSource(file)) {
      String name =
          Site.FOLDER.relativize(file).toString().replaceAll("\\W", "-") + "-" + how + ".png";
      Path picture = InThePage.SCREENSHOTS.resolve("site").resolve(name);
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Page page, String script) {
    return (List<String>) page.evaluate(script);
  }

  @Test
  void everyLinkLeadsSomewhere() {
    assertThat(LINKS_OF).hasSizeGreaterThan(40);
    List<String> dead = new ArrayList<>();
    LINKS_OF.forEach(
        (file, links) ->
            links.stream()
                .filter(link -> !leadsSomewhere(link))
                .forEach(link -> dead.add(file + " links to " + link)));
    assertThat(dead).isEmpty();
  }

  private static boolean leadsSomewhere(String link) {
    if (link.matches("(?s)(https?|data):.*")) {
      return true;
    }
    URI address = URI.create(link);
    Path file = Path.of(address.getPath());
    String anchor = address.getFragment();
    return file.startsWith(Site.FOLDER)
        && Files.isRegularFile(file)
        && (anchor == null || ANCHORS_OF.getOrDefault(file, List.of()).contains(anchor));
  }

  @Test
  void everyPageOpensWithoutErrorsAndWithoutTheNetwork() {
    assertThat(FAULTS).isEmpty();
  }

  @Test
  void everyPageIsReadableInLightAndDarkAndFitsNarrowAndWideWindows() {
    assertThat(EYESORES).isEmpty();
  }
}
