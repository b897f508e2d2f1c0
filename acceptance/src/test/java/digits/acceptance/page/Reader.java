package digits.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A reader's actions and what they see; the page is given a minute to show it. */
final class Reader {

  private Reader() {}

  /** The last button with this name. */
  static Locator button(NotebookPage notebook, String name) {
    return notebook.page().locator("button:text-is('" + name + "')").last();
  }

  /** The control with a description. */
  static Locator control(NotebookPage notebook, String description) {
    return notebook.page().getByLabel(description, new Page.GetByLabelOptions().setExact(true));
  }

  static void enter(NotebookPage notebook, String description, String text) {
    control(notebook, description).fill(text);
    control(notebook, description).press("Enter");
  }

  static void sees(NotebookPage notebook, String text) {
    assertThat(outputs(notebook).getByText(text).first()).isVisible();
  }

  static void sees(NotebookPage notebook, Pattern text) {
    assertThat(outputs(notebook).getByText(text).first()).isVisible();
  }

  static void seesNot(NotebookPage notebook, String text) {
    assertThat(notebook.page().getByText(text, new Page.GetByTextOptions().setExact(true)))
        .hasCount(0);
  }

  /** The last of the nodes has this text. */
  static void reads(NotebookPage notebook, String selector, String pattern) {
    assertThat(notebook.page().locator(selector).last())
        .hasText(Pattern.compile("^" + pattern + "$"));
  }

  private static Locator outputs(NotebookPage notebook) {
    return notebook.page().locator(".jp-OutputArea-output");
  }
}
