package dev.latchkey.kit.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.contracts.endpoint.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A stand-in for another service's internal endpoints, over real HTTP, for tests of one service.
 * What two services do together is tested by e2e with both. The one for auth-service also serves
 * the key that {@link TestIdentity} signs with.
 */
public final class OtherServiceStandIn {

  private static final Map<Owner, OtherServiceStandIn> STAND_INS = new ConcurrentHashMap<>();
  private static final String JWKS = "GET /.well-known/jwks.json";

  private final Map<String, Function<ReceivedRequest, Answer>> answers = new ConcurrentHashMap<>();
  private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
  private final Owner service;

  private OtherServiceStandIn(Owner service) {
    this.service = service;
    reset();
  }

  /** The stand-in for a service; the service under test is configured to call it. */
  public static OtherServiceStandIn of(Owner service) {
    return STAND_INS.computeIfAbsent(service, OtherServiceStandIn::takeOver);
  }

  static int portOf(Owner service) {
    var unused = of(service);
    return server(service).getAddress().getPort();
  }

  /**
   * Answers a request from now on.
   *
   * @param request method, space and path, exactly: {@code POST /internal/introspect}
   */
  public OtherServiceStandIn answer(String request, int status, String json) {
    return answer(request, received -> new Answer(status, json));
  }

  /** Answers by a function, which may wait in order to be slow. */
  public OtherServiceStandIn answer(String request, Function<ReceivedRequest, Answer> answer) {
    answers.put(request, answer);
    return this;
  }

  /** What was asked since the last {@link #reset}, keys not counted. */
  public List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  /** Forgets requests and answers; unknown requests are answered 404. */
  public void reset() {
    answers.clear();
    received.clear();
    if (service == Owner.AUTH) {
      answer(JWKS, 200, TestKeys.publicKeys(List.of(TestIdentity.KEY)));
    }
  }

  private static OtherServiceStandIn takeOver(Owner service) {
    var standIn = new OtherServiceStandIn(service);
    var server = server(service);
    // Another class loader's stand-in may have it: the latest one answers.
    server.removeContext("/");
    server.createContext("/", standIn::handle);
    return standIn;
  }

  private static HttpServer server(Owner service) {
    return JvmWide.get("stand-in." + service, HttpServer.class, OtherServiceStandIn::startServer);
  }

  private static HttpServer startServer() {
    try {
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      var server = HttpServer.create(address, 0);
      server.createContext("/");
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    var request = read(exchange);
    if (!request.line().equals(JWKS)) {
      received.add(request);
    }
    var answer =
        Optional.ofNullable(answers.get(request.line()))
            .map(function -> function.apply(request))
            .orElse(
                new Answer(404, "{\"id\":\"not_found\",\"message\":\"not set up in this test\"}"));
    var body = answer.json().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static ReceivedRequest read(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    return new ReceivedRequest(
        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
        Map.copyOf(headers),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  /**
   * A request as it arrived.
   *
   * @param line method, space, path and query
   * @param headers by name in the JDK's spelling: first letter capital, rest small
   */
  public record ReceivedRequest(String line, Map<String, String> headers, String body) {}

  /** What to answer. */
  public record Answer(int status, String json) {}
}
