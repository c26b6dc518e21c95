package dev.latchkey.local.infra.unsent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A page with the newest mails and texts that were not really sent, for a browser on this machine.
 * It shows codes and links, so a page of somebody else must not get at it: not by a name of theirs
 * that leads here (DNS rebinding), not in a frame, and nothing in it runs.
 */
public final class UnsentPage implements HttpHandler {

  private static final int MOST = 50;
  private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");
  private static final String STYLE = "/style.css";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Outbox – Latchkey</title>
      <link rel="stylesheet" href="/style.css">
      </head>
      <body>
      <header>
      <h1>Outbox</h1>
      <p>Mails and texts of this platform. None of them was really sent. <a href="/">Look again</a></p>
      </header>
      <main>
      """;

  private static final String MESSAGE =
      """
      <article>
      <p><span class="kind">%s</span> to <b>%s</b> <time datetime="%s">%s</time></p>
      %s<pre>%s</pre>
      </article>
      """;

  private static final String NONE = "<p>Nothing yet.</p>\n";

  private static final String FOOT =
      """
      </main>
      </body>
      </html>
      """;

  private final UnsentMessages messages;
  private final PlatformLinks links;

  /**
   * The page.
   *
   * @param directory with {@code mail} and {@code sms} in it
   * @param platform where links may lead; without it there are none
   */
  public UnsentPage(Path directory, Optional<URI> platform) {
    this.messages = new UnsentMessages(directory);
    this.links = new PlatformLinks(platform);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (!toThisMachine(exchange) || !path.equals("/") && !path.equals(STYLE)) {
      send(exchange, 404, "text/plain", "not here");
    } else if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      send(exchange, 405, "text/plain", "look, don't touch");
    } else if (path.equals(STYLE)) {
      send(exchange, 200, "text/css", style());
    } else {
      send(exchange, 200, "text/html", page());
    }
  }

  private static boolean toThisMachine(HttpExchange exchange) {
    var hosts = exchange.getRequestHeaders().get("Host");
    return hosts != null
        && hosts.size() == 1
        && HOSTS.contains(hosts.getFirst().replaceAll(":[0-9]{1,5}$", ""));
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private String page() throws IOException {
    var page = new StringBuilder(HEAD);
    var newest = messages.newest(MOST);
    newest.forEach(message -> page.append(html(message)));
    return page.append(newest.isEmpty() ? NONE : "").append(FOOT).toString();
  }

  private String html(UnsentMessage message) {
    var subject = PlatformLinks.escaped(message.subject());
    return MESSAGE.formatted(
        message.kind(),
        PlatformLinks.escaped(message.to()),
        message.at(),
        TIME.format(message.at().atZone(ZoneId.systemDefault())),
        subject.isEmpty() ? "" : "<h2>" + subject + "</h2>\n",
        links.html(message.text()));
  }

  private static String style() throws IOException {
    try (var in = UnsentPage.class.getResourceAsStream("style.css")) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    }
  }
}
