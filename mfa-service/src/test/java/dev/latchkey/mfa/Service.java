package dev.latchkey.mfa;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.kit.testkit.ServiceCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service under test, over HTTP. */
public final class Service {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Service() {}

  /** A request of a person, as the gateway passes it on. */
  public static Answer ask(Verb verb, String path, String identity, String body) {
    return send(
        request(port("quarkus.http.test-port"), verb, path, body)
            .header("Latchkey-Identity", identity)
            .build());
  }

  /** A request of auth-service to the internal port. */
  public static Answer askInternally(Verb verb, String path, String body) {
    return send(internal(verb, path, body));
  }

  /** A request of somebody who runs the platform, under the key of that id. */
  public static Answer askAsOperator(String keyId, Verb verb, String path) {
    return send(
        request(port("latchkey.internal.port"), verb, path, "")
            .header("Authorization", ServiceCalls.operator(keyId, Owner.MFA))
            .build());
  }

  /** As {@link #askInternally}, with one more header. */
  public static Answer askInternally(
      Verb verb, String path, String body, String header, String value) {
    return send(
        request(port("latchkey.internal.port"), verb, path, body)
            .header("Authorization", ServiceCalls.header(Owner.AUTH, Owner.MFA))
            .header(header, value)
            .build());
  }

  /** As {@link #askInternally}, without waiting. */
  public static CompletableFuture<Answer> askInternallyAsync(Verb verb, String path, String body) {
    return CLIENT
        .sendAsync(internal(verb, path, body), BodyHandlers.ofString())
        .thenApply(response -> new Answer(response.statusCode(), response));
  }

  private static HttpRequest internal(Verb verb, String path, String body) {
    return request(port("latchkey.internal.port"), verb, path, body)
        .header("Authorization", ServiceCalls.header(Owner.AUTH, Owner.MFA))
        .build();
  }

  private static HttpRequest.Builder request(int port, Verb verb, String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/json")
        .method(verb.name(), publisher(body));
  }

  private static BodyPublisher publisher(String body) {
    return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
  }

  private static int port(String key) {
    return ConfigProvider.getConfig().getValue(key, Integer.class);
  }

  private static Answer send(HttpRequest request) {
    try {
      var response = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
