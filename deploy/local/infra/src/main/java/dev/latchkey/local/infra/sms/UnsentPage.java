package dev.latchkey.local.infra.sms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A page with the newest mails and texts that were not really sent, for a browser on this machine.
 * It shows codes: a page of somebody else must not get at it by a name that leads here.
 */
final class UnsentPage implements HttpHandler {

  private static final int MOST = 50;
  private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");

  private final Path directory;

  UnsentPage(Path directory) {
    this.directory = directory;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    boolean asked =
        exchange.getRequestMethod().equals("GET")
            && exchange.getRequestURI().getPath().equals("/")
            && HOSTS.contains(host(exchange));
    var bytes = (asked ? page() : "not here").getBytes(UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", asked ? "text/html; charset=utf-8" : "text/plain");
    headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(asked ? 200 : 404, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String host(HttpExchange exchange) {
    var host = exchange.getRequestHeaders().getFirst("Host");
    return host == null ? "" : host.replaceAll(":[0-9]+$", "");
  }

  private String page() throws IOException {
    var page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><title>Not really sent</title>\n")
        .append("<h1>Not really sent</h1>\n");
    list(page, "SMS", "sms");
    list(page, "Mails", "mail");
    return page.append("</html>\n").toString();
  }

  private void list(StringBuilder page, String title, String folder) throws IOException {
    page.append("<h2>").append(title).append("</h2>\n");
    for (var file : newest(directory.resolve(folder))) {
      page.append("<pre>")
          .append(escaped(Files.readString(file, folder.equals("sms") ? UTF_8 : ISO_8859_1)))
          .append("</pre>\n<hr>\n");
    }
  }

  private static List<Path> newest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder, 2)) {
      return files
          .filter(file -> Files.isRegularFile(file))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .limit(MOST)
          .toList();
    }
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
