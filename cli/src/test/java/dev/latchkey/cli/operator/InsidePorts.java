package dev.latchkey.cli.operator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.cli.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The internal ports of the services on loopback. They answer what a test says to who has a
 * credential as kit/identity wants it, checked by another library than the one that makes it.
 */
final class InsidePorts implements AutoCloseable {

  static final String AUTH = "auth-service";
  static final String MFA = "mfa-service";
  static final String TOKEN = "token-service";
  static final String NOTIFICATION = "notification-service";

  private static final Map<String, String> VARIABLES =
      Map.of(
          AUTH, "LATCHKEY_AUTH_SERVICE",
          MFA, "LATCHKEY_MFA_SERVICE",
          TOKEN, "LATCHKEY_TOKEN_SERVICE",
          NOTIFICATION, "LATCHKEY_NOTIFICATION_SERVICE");

  private final Map<String, PublicKey> callers;
  private final Map<String, HttpServer> servers = new HashMap<>();
  private final Map<String, Said> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Said(int status, String body, String nextRange) {}

  /**
   * @param callers public keys by their kid
   */
  InsidePorts(Map<String, PublicKey> callers) throws IOException {
    this.callers = callers;
    for (var service : VARIABLES.keySet()) {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> answer(service, exchange));
      server.start();
      servers.put(service, server);
    }
  }

  /** What a service answers to a request: {@code POST /path} and, where there is one, the range. */
  InsidePorts says(String service, String request, int status, String body) {
    return says(service, request, status, body, "");
  }

  InsidePorts says(String service, String request, int status, String body, String nextRange) {
    answers.put(service + " " + request, new Said(status, body, nextRange));
    return this;
  }

  /** Environment variables that lead here. */
  Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    VARIABLES.forEach((service, variable) -> environment.put(variable, url(service)));
    return environment;
  }

  String url(String service) {
    return "http://127.0.0.1:"
        + Objects.requireNonNull(servers.get(service)).getAddress().getPort();
  }

  /** The requests that were let in: service, method, path, range, body. */
  List<String> asked() {
    return asked;
  }

  /** Takes a service away. */
  void stop(String service) {
    Objects.requireNonNull(servers.get(service)).stop(0);
  }

  private void answer(String service, HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    var range = Optional.ofNullable(headers.getFirst("Range")).map(each -> " " + each).orElse("");
    var request =
        "%s %s %s%s"
            .formatted(service, exchange.getRequestMethod(), exchange.getRequestURI(), range);
    if (!admitted(service, String.valueOf(headers.getFirst("Authorization")))) {
      send(exchange, new Said(401, problem("unauthorized", "Invalid credentials provided."), ""));
      return;
    }
    asked.add(body.isEmpty() ? request : request + " " + body);
    // As ServiceGuard answers whatever its table has not.
    send(
        exchange,
        answers.getOrDefault(request, new Said(403, problem("forbidden", "No access."), "")));
  }

  /** An error as services write them. */
  static String problem(String id, String message) {
    return "{\"id\":\"%s\",\"message\":\"%s\",\"url\":\"https://latchkey.dev/errors#%s\"}"
        .formatted(id, message, id);
  }

  static String notFound(String resource) {
    return "{\"id\":\"not_found\",\"message\":\"Couldn't find that %s.\",\"resource\":\"%s\"}"
        .formatted(resource, resource);
  }

  private boolean admitted(String service, String authorization) {
    var consumer =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "ES256")
            .setVerificationKeyResolver((signed, nesting) ->
                Optional.ofNullable(callers.get(signed.getKeyIdHeaderValue()))
                    .orElseThrow(() -> new UnresolvableKeyException("unknown caller")))
            .setExpectedType(true, "svc+jwt")
            .setExpectedIssuer("operator")
            .setExpectedSubject("operator")
            .setExpectedAudience(service)
            .setRequireExpirationTime()
            .setRequireIssuedAt()
            .setEvaluationTime(NumericDate.fromSeconds(Ran.NOW.getEpochSecond()))
            .build();
    try {
      var claims = consumer.processToClaims(authorization.replaceFirst("^Bearer ", ""));
      var issued = claims.getIssuedAt().getValue();
      return issued == Ran.NOW.getEpochSecond()
          && claims.getExpirationTime().getValue() == issued + 60;
    } catch (InvalidJwtException | MalformedClaimException refused) {
      return false;
    }
  }

  private static void send(HttpExchange exchange, Said said) throws IOException {
    if (!said.nextRange().isEmpty()) {
      exchange.getResponseHeaders().add("Next-Range", said.nextRange());
    }
    var bytes = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.stop(0));
  }
}
