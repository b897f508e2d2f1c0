package digits.acceptance.page;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a page should not do. */
final class Watch {

  private static final String HERE = "127.0.0.1";

  private final List<String> errors = new ArrayList<>();
  private final List<String> foreignRequests = new ArrayList<>();

  Watch(BrowserContext context) {
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text() + " [" + message.location() + "]");
          }
        });
    context.onWebError(error -> errors.add(error.error()));
    context.onRequest(request -> seen(request.url()));
    context.onPage(page -> page.onWebSocket(socket -> seen(socket.url())));
  }

  private void seen(String address) {
    boolean inPage = address.startsWith("data:") || address.startsWith("blob:");
    if (!inPage && !HERE.equals(URI.create(address).getHost())) {
      foreignRequests.add(address);
    }
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  List<String> foreignRequests() {
    return List.copyOf(foreignRequests);
  }
}
