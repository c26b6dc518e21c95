package dev.latchkey.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices what nobody looks at: errors of scripts, what the content security policy kept from
 * happening, requests to others, requests that failed, and the headers of every answer.
 */
final class Watch {

  /** How Chromium says that an answer was a refusal; those are judged by {@link #refused}. */
  private static final String REFUSED = "Failed to load resource: the server responded";

  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_BREAKDOWN = 500;

  private final String origin;
  private final List<String> ours = new ArrayList<>();
  private boolean away;
  private final List<String> complaints = new ArrayList<>();
  private final List<Response> answers = new ArrayList<>();

  Watch(BrowserContext context, URI dashboard) {
    origin = dashboard + "/";
    knows(dashboard);
    context.onConsoleMessage(this::said);
    context.onWebError(error -> complain("script: " + error.error()));
    context.onRequest(this::asked);
    context.onRequestFailed(this::failed);
    context.onResponse(answers::add);
  }

  /** A page there is ours too. */
  void knows(URI other) {
    ours.add(other + "/");
  }

  /** From here on everything but our own answers is a stranger's business. */
  void looksAway() {
    away = true;
  }

  private void complain(String words) {
    if (!away) {
      complaints.add(words);
    }
  }

  /** Nothing at all went wrong so far, seen or unseen. */
  void hasNothingToComplainOf() {
    assertThat(complaints).as("what the browser complains of").isEmpty();
    // A copy: whoever asks Playwright lets it go on telling.
    for (var answer : List.copyOf(answers)) {
      if (answer.url().startsWith(origin)) {
        assertThat(refused(answer)).as("%d for %s", answer.status(), answer.url()).isFalse();
        Guarded.assertThatIsGuarded(answer);
      }
    }
  }

  private void said(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith(REFUSED)) {
      complain("console: " + message.text());
    }
  }

  private void asked(Request request) {
    var url = request.url();
    if (ours.stream().noneMatch(url::startsWith) && !url.startsWith("data:")) {
      complain("a request to somebody else: " + url);
    }
  }

  private void failed(Request request) {
    // A page that turns out to be a file to keep is given up as a page.
    boolean download =
        request.isNavigationRequest() && "net::ERR_ABORTED".equals(request.failure());
    if (!download) {
      complain(request.failure() + " for " + request.url());
    }
  }

  /** A page may refuse something to its reader; what a page is made of is there. */
  private boolean refused(Response answer) {
    var limit = answer.request().isNavigationRequest() ? FIRST_BREAKDOWN : FIRST_REFUSAL;
    return answer.status() >= limit;
  }
}
