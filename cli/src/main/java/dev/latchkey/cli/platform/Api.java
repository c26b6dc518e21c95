package dev.latchkey.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * One address of a platform: of its public API, or of a service. Follows no redirect: a credential
 * goes where it belongs or nowhere. Sends nothing twice by itself: a code works once.
 */
public final class Api implements AutoCloseable {

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration CLOSING = Duration.ofMillis(200);
  private static final Duration ANSWERING = Duration.ofSeconds(70);

  /** More than any list has; what gives no end would take all memory. */
  private static final long LONGEST = 8L << 20;

  static {
    // Of the JDK's client, which reads them when it is made first.
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "false");
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
  }

  private final PlatformUrl platform;
  private final Trust trust;
  private final String userAgent;
  private final String variable;
  private final Duration patience;
  private @Nullable HttpClient http;

  public Api(PlatformUrl platform, Trust trust, String userAgent) {
    this(platform, trust, userAgent, "LATCHKEY_URL");
  }

  /**
   * @param variable where the address is from, for messages
   */
  public Api(PlatformUrl platform, Trust trust, String userAgent, String variable) {
    this(platform, trust, userAgent, variable, ANSWERING);
  }

  /**
   * @param patience how long a whole answer may take, its last byte included
   */
  Api(PlatformUrl platform, Trust trust, String userAgent, Duration patience) {
    this(platform, trust, userAgent, "LATCHKEY_URL", patience);
  }

  private Api(
      PlatformUrl platform, Trust trust, String userAgent, String variable, Duration patience) {
    this.platform = platform;
    this.trust = trust;
    this.userAgent = userAgent;
    this.variable = variable;
    this.patience = patience;
  }

  public PlatformUrl platform() {
    return platform;
  }

  /**
   * Sends it. Refusals are answers; no answer, or one that no platform of ours gives, ends the
   * command.
   */
  public Answer send(Call call) {
    return understood(exchange(call), call);
  }

  /** Sends what is done without a word: 204. The public API has no such answer. */
  public Answer tell(Call call) {
    var response = exchange(call);
    return response.statusCode() == 204
        ? new Answer(204, MissingNode.getInstance(), Optional.empty(), Optional.empty())
        : understood(response, call);
  }

  private Answer understood(HttpResponse<String> response, Call call) {
    var body = parse(response);
    if (response.statusCode() == 404 && !body.has("resource")) {
      // Every 404 about a thing names it; one about a path comes from a platform without that path.
      throw new Failure(
          ExitCode.AWAY,
          "latch_too_old",
          "%s does not know `%s`: it is older than this latch, or something in between keeps that path to itself."
              .formatted(platform, call));
    }
    return new Answer(
        response.statusCode(),
        body,
        response.headers().firstValue("Retry-After").flatMap(Api::seconds),
        response.headers().firstValue("Next-Range"));
  }

  private HttpResponse<String> exchange(Call call) {
    var answer =
        http().sendAsync(request(call), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST));
    try {
      // A time limit of the request's own would end with the headers, and never for a body.
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw away("has not answered for " + Spoken.of(patience) + unknown(call));
    } catch (ExecutionException e) {
      throw away(how(e.getCause(), call));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("was not waited for" + unknown(call));
    }
  }

  private static String how(@Nullable Throwable failed, Call call) {
    return switch (failed) {
      case HttpConnectTimeoutException e -> "does not answer";
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          "cannot be found: is the name right?";
      case ConnectException e -> "cannot be reached: nobody listens there, or the network is down";
      case SSLHandshakeException e -> Trust.lacking(e);
      case SSLException e -> "does not keep to TLS: " + e.getMessage() + unknown(call);
      case null, default -> "broke off" + unknown(call);
    };
  }

  private static String unknown(Call call) {
    return call.repeatable() ? "" : "; whether `" + call + "` took effect is not known";
  }

  private Failure away(String how) {
    return new Failure(ExitCode.AWAY, "latch_away", platform + " " + how + ".");
  }

  private HttpRequest request(Call call) {
    var body = call.body();
    var request =
        HttpRequest.newBuilder(platform.resolve(call.path()))
            .header("Accept", "application/json")
            .header("User-Agent", userAgent)
            .method(
                call.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    call.headers().forEach(request::header);
    return request.build();
  }

  private JsonNode parse(HttpResponse<String> response) {
    return Json.parse(response.body())
        .filter(body -> response.statusCode() < 300 || body.hasNonNull("id"))
        .orElseThrow(() ->
            new Failure(
                ExitCode.AWAY,
                "latch_not_a_platform",
                "What answers at %s (status %d) is no Latchkey platform. Is %s right?"
                    .formatted(platform, response.statusCode(), variable)));
  }

  /**
   * Ends the client's own thread: while it waits for the network the JVM's exit waits for it, up to
   * 300 ms, longer than a command takes.
   */
  @Override
  public void close() {
    if (http != null) {
      http.shutdownNow();
      try {
        boolean unused = http.awaitTermination(CLOSING);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private HttpClient http() {
    if (http == null) {
      var client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECTING);
      trust.context(platform).ifPresent(client::sslContext);
      http = client.build();
    }
    return http;
  }
}
