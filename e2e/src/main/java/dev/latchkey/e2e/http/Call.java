package dev.latchkey.e2e.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.identity.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One call in the making. */
public final class Call {

  private static final int UNAVAILABLE = 503;

  /** Of our own: the JDK's has its version in it, and is in what people are shown. */
  private static final String USER_AGENT = "User-Agent";

  private static final int TRIES = 40;
  private static final int PAUSE_MILLIS = 250;

  private final HttpClient client;
  private final HttpRequest.Builder request;
  private final Verb verb;
  private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

  Call(HttpClient client, Verb verb, URI target) {
    this.client = client;
    this.verb = verb;
    this.request =
        HttpRequest.newBuilder(target)
            .timeout(Duration.ofSeconds(30))
            .setHeader(USER_AGENT, "Browser-of-tests/1.2026");
  }

  @CanIgnoreReturnValue
  public Call header(String name, String value) {
    if (name.equals(USER_AGENT)) {
      request.setHeader(name, value);
    } else {
      request.header(name, value);
    }
    return this;
  }

  @CanIgnoreReturnValue
  public Call bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  @CanIgnoreReturnValue
  public Call basic(String user, String secret) {
    var bytes = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  @CanIgnoreReturnValue
  public Call challenge(String token) {
    return header(Headers.CHALLENGE, token);
  }

  @CanIgnoreReturnValue
  public Call password(String password) {
    return header(Headers.PASSWORD, password);
  }

  @CanIgnoreReturnValue
  public Call code(String code) {
    return header(Headers.TWO_FACTOR_CODE, code);
  }

  @CanIgnoreReturnValue
  public Call device(String token) {
    return header(Headers.DEVICE, token);
  }

  /** A JSON object as the body. */
  @CanIgnoreReturnValue
  public Call json(Map<String, ?> members) {
    return body(Json.text(members), "application/json");
  }

  @CanIgnoreReturnValue
  public Call body(String text, String type) {
    return body(text.getBytes(StandardCharsets.UTF_8), type);
  }

  @CanIgnoreReturnValue
  public Call body(byte[] bytes, String type) {
    body = BodyPublishers.ofByteArray(bytes);
    return type.isEmpty() ? this : header("Content-Type", type);
  }

  /** A body whose length is not told in advance. */
  @CanIgnoreReturnValue
  public Call chunked(byte[] bytes, String type) {
    body = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes));
    return header("Content-Type", type);
  }

  public Answer send() {
    var begin = System.nanoTime();
    try {
      var response =
          client.send(request.method(verb.name(), body).build(), BodyHandlers.ofString());
      return Answer.of(response, begin);
    } catch (IOException e) {
      throw new UncheckedIOException(verb + " had no answer", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What a person does when the platform is busy: waits a moment and tries again. For what may be
   * done twice; a 503 does not tell whether it was done.
   */
  public Answer sendPatiently() {
    var answer = send();
    for (int i = 0; i < TRIES && answer.status() == UNAVAILABLE; i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      answer = send();
    }
    return answer;
  }

  public CompletableFuture<Answer> sendAsync() {
    var begin = System.nanoTime();
    return client
        .sendAsync(request.method(verb.name(), body).build(), BodyHandlers.ofString())
        .thenApply(response -> Answer.of(response, begin));
  }
}
