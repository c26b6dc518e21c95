package dev.latchkey.cli.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/**
 * A real server on loopback that gives every request one answer, but for those that have one of
 * their own, and remembers the requests.
 */
public final class LocalPlatform implements AutoCloseable {

  private final HttpServer server;
  private final String scheme;
  private final Map<String, Said> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** What came over the wire. */
  public record Asked(String method, String path, Map<String, List<String>> headers, String body) {

    /** The values of a header, whatever its spelling. */
    public List<String> header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .flatMap(entry -> entry.getValue().stream())
          .toList();
    }
  }

  private LocalPlatform(HttpServer server, String scheme, Said said) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", exchange -> answer(exchange, said));
    server.start();
  }

  /** An answer: status, body and headers. */
  private record Said(int status, String body, Map<String, String> headers) {}

  public static LocalPlatform saying(int status, String body) throws IOException {
    return saying(status, body, Map.of());
  }

  public static LocalPlatform saying(int status, String body, Map<String, String> headers)
      throws IOException {
    return new LocalPlatform(
        HttpServer.create(loopback(), 0), "http", new Said(status, body, headers));
  }

  /** The same over TLS, with that certificate. */
  static LocalPlatform saying(SSLContext identity, int status, String body) throws IOException {
    var server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity));
    return new LocalPlatform(server, "https", new Said(status, body, Map.of()));
  }

  /** An answer to one request: {@code GET /path}, or that with a space and the range. */
  public LocalPlatform says(String request, int status, String body) {
    return says(request, status, body, Map.of());
  }

  public LocalPlatform says(String request, int status, String body, Map<String, String> headers) {
    answers.put(request, new Said(status, body, headers));
    return this;
  }

  private static InetSocketAddress loopback() throws IOException {
    return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
  }

  public PlatformUrl url() {
    return PlatformUrl.of(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The same server by another name, which no certificate has. */
  PlatformUrl otherUrl() {
    return PlatformUrl.of(scheme + "://localhost:" + server.getAddress().getPort());
  }

  public List<Asked> asked() {
    return asked;
  }

  private Said said(HttpExchange exchange, Said usual) {
    var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    var range = request + " " + exchange.getRequestHeaders().getFirst("Range");
    return answers.getOrDefault(range, answers.getOrDefault(request, usual));
  }

  private void answer(HttpExchange exchange, Said usual) throws IOException {
    var said = said(exchange, usual);
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            body));
    said.headers().forEach(exchange.getResponseHeaders()::set);
    var bytes = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
