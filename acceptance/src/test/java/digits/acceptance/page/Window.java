package digits.acceptance.page;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A browser window. It loads JupyterLab once and then shows one notebook after the other, because
 * loading takes longer than most tests.
 */
final class Window {

  final Page page;
  final Lab lab;
  final List<String> errors = new ArrayList<>();
  final List<String> foreignRequests = new ArrayList<>();
  private boolean inUse;
  private String path;

  Window(Page page, Lab lab) {
    this.page = page;
    this.lab = lab;
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text() + " [" + message.location() + "]");
          }
        });
    page.onPageError(errors::add);
    page.onRequest(request -> seen(request.url()));
    page.onWebSocket(socket -> seen(socket.url()));
  }

  private void seen(String address) {
    boolean inPage = address.startsWith("data:") || address.startsWith("blob:");
    if (!inPage && !"127.0.0.1".equals(URI.create(address).getHost())) {
      foreignRequests.add(address);
    }
  }

  /** Shows a notebook, given its path in JupyterLab. */
  void open(String path) {
    inUse = true;
    this.path = path;
    errors.clear();
    foreignRequests.clear();
    lab.awaitEnd(path);
    if (page.url().startsWith("http")) {
      page.evaluate("path => inPage.open(path)", path);
      await(path);
    } else {
      load(path);
    }
  }

  /** Loads JupyterLab with the notebook. */
  void load(String path) {
    page.navigate(lab.page(path).toString());
    await(path);
  }

  private void await(String path) {
    page.waitForFunction("path => inPage.isOpen(path)", path);
    page.evaluate("() => inPage.kernelIsReady()");
  }

  /** Ends the kernel and frees the window, unless a dialog is left open in it. */
  void close() {
    if (!page.isClosed()) {
      lab.endSession((String) page.evaluate("() => inPage.close()"), path);
      if (page.locator(".jp-Dialog").count() > 0) {
        page.close();
      }
    }
    inUse = false;
  }

  void discard() {
    try {
      close();
    } finally {
      page.close();
    }
  }

  boolean isFreeFor(Lab other) {
    return lab == other && !inUse && !page.isClosed();
  }
}
