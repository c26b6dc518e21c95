package dev.latchkey.e2e.http;

import dev.latchkey.contracts.endpoint.Verb;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;

/** A client of the public API. It follows nothing, remembers nothing and repeats nothing. */
public final class Api {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private final URI base;

  /** A client of whatever answers there; no trailing slash. */
  public Api(URI base) {
    this.base = base;
  }

  public URI base() {
    return base;
  }

  public Call get(String path) {
    return call(Verb.GET, path);
  }

  public Call post(String path) {
    return call(Verb.POST, path);
  }

  public Call put(String path) {
    return call(Verb.PUT, path);
  }

  public Call patch(String path) {
    return call(Verb.PATCH, path);
  }

  public Call delete(String path) {
    return call(Verb.DELETE, path);
  }

  public Call call(Verb verb, String path) {
    return new Call(CLIENT, verb, URI.create(base + path));
  }
}
