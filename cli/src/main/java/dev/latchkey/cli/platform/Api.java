package dev.latchkey.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The public API of one platform. Follows no redirect: a credential goes where it belongs or
 * nowhere. Sends nothing twice by itself: a code works once.
 */
public final class Api implements AutoCloseable {

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration CLOSING = Duration.ofMillis(200);
  private static final Duration ANSWERING = Duration.ofSeconds(70);

  private final PlatformUrl platform;
  private final String userAgent;
  private @Nullable HttpClient http;

  public Api(PlatformUrl platform, String userAgent) {
    this.platform = platform;
    this.userAgent = userAgent;
  }

  public PlatformUrl platform() {
    return platform;
  }

  /**
   * Sends it. Refusals are answers; no answer, or one that no platform of ours gives, ends the
   * command.
   */
  public Answer send(Call call) {
    var response = exchange(call);
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
    try {
      return http().send(request(call), BodyHandlers.ofString());
    } catch (HttpConnectTimeoutException e) {
      throw away("does not answer");
    } catch (HttpTimeoutException e) {
      throw away("has not answered for " + Spoken.of(ANSWERING) + unknown(call));
    } catch (ConnectException e) {
      throw away(
          e.getCause() instanceof UnresolvedAddressException
              ? "cannot be found: is the name right?"
              : "cannot be reached: nobody listens there, or the network is down");
    } catch (SSLException e) {
      throw away("is not trusted: " + e.getMessage());
    } catch (IOException e) {
      throw away("broke off" + unknown(call));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("was not waited for" + unknown(call));
    }
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
            .timeout(ANSWERING)
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
                "What answers at %s (status %d) is no Latchkey platform. Is LATCHKEY_URL right?"
                    .formatted(platform, response.statusCode())));
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
      var building =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECTING);
      http = (platform.encrypted() ? building : building.sslContext(new NoTls())).build();
    }
    return http;
  }
}
