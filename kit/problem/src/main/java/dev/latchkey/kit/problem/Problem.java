package dev.latchkey.kit.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** An answer that says no. Immutable: each of the other methods gives a changed copy. */
public final class Problem {

  static final String URL = "latchkey.problem.url";
  private static final String DEFAULT_URL = "https://latchkey.dev/errors#";

  private final ProblemType type;
  private final String message;
  private final @Nullable String field;
  private final @Nullable String resource;
  private final Map<String, String> headers;
  private final Map<String, Object> more;

  private Problem(
      ProblemType type,
      String message,
      @Nullable String field,
      @Nullable String resource,
      Map<String, String> headers,
      Map<String, Object> more) {
    this.type = type;
    this.message = message;
    this.field = field;
    this.resource = resource;
    this.headers = headers;
    this.more = more;
  }

  /** The plain answer of a catalogue entry. */
  public static Problem of(ProblemType type) {
    return new Problem(type, type.message(), null, null, Map.of(), Map.of());
  }

  /** Says it in other words. Never put in them what the client sent. */
  public Problem message(String text) {
    return new Problem(type, text, field, resource, headers, more);
  }

  /** The field of the request that is wrong: the message will start with its name and a colon. */
  public Problem field(String name) {
    return new Problem(type, message, name, resource, headers, more);
  }

  /** What was not found: {@code session}. Body member {@code resource}. */
  public Problem resource(String name) {
    return new Problem(type, message, field, name, headers, more);
  }

  /** When to come back. Header {@code Retry-After}, in whole seconds, rounded up, at least one. */
  public Problem retryAfter(Duration wait) {
    long seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    return header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  /** A header of the answer; replaces one of the same name. */
  public Problem header(String name, String value) {
    return new Problem(type, message, field, resource, plus(headers, name, value), more);
  }

  /** A further member of the body: {@code challenge} beside {@code two_factor}. */
  public Problem with(String key, Object value) {
    return new Problem(type, message, field, resource, headers, plus(more, key, value));
  }

  /** Stable word of the answer. */
  public String id() {
    return type.id();
  }

  /** HTTP status of the answer. */
  public int status() {
    return type.status();
  }

  /** Headers of the answer, besides its type and {@code Cache-Control}. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body, with the explaining page under {@code latchkey.problem.url}. */
  public ProblemBody body() {
    var page = ConfigProvider.getConfig().getOptionalValue(URL, String.class).orElse(DEFAULT_URL);
    var text = field == null ? message : field + ": " + message;
    return new ProblemBody(id(), text, page + id(), resource, more);
  }

  /** The answer as JAX-RS sends it: JSON, never stored by a cache. */
  public Response response() {
    var response =
        Response.status(status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(body());
    headers.forEach(response::header);
    return response.build();
  }

  @Override
  public String toString() {
    return "Problem[" + id() + "]";
  }

  private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
    var copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
