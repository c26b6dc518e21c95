package dev.latchkey.local.gateway;

import dev.latchkey.local.gateway.route.RequestTarget;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks auth-service who a request is, as Envoy's external authorization over HTTP does. */
final class Edge {

  /** Where auth-service is asked; the path of the request follows. */
  static final String DOOR = "/internal/edge";

  private final HttpClient client;
  private final URI address;
  private final Duration patience;
  private final ServiceCredential credential;

  /**
   * The edge.
   *
   * @param address auth-service's internal base URL
   * @param patience how long it may take
   */
  Edge(HttpClient client, URI address, Duration patience, ServiceCredential credential) {
    this.client = client;
    this.address = address;
    this.patience = patience;
    this.credential = credential;
  }

  /** Never fails: whatever goes wrong on the way is {@link Verdict.Unknown}. */
  Future<Verdict> judge(HttpMethod method, RequestTarget target, MultiMap headers) {
    return client
        .request(question(method, target, headers))
        .compose(request -> request.send())
        .compose(Edge::verdict)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(failure -> new Verdict.Unknown());
  }

  private RequestOptions question(HttpMethod method, RequestTarget target, MultiMap headers) {
    var shown = Baggage.toEdge(headers).set(Baggage.SERVICE, "Bearer " + credential.text());
    if (method != HttpMethod.GET) {
      shown.set("Content-Length", "0");
    }
    return new RequestOptions()
        .setMethod(method)
        .setHost(address.getHost())
        .setPort(address.getPort())
        .setURI(DOOR + target.path() + target.query())
        .setHeaders(shown)
        .setTimeout(patience.toMillis());
  }

  private static Future<Verdict> verdict(HttpClientResponse answer) {
    int status = answer.statusCode();
    return answer
        .body()
        .map(body -> {
          if (status == 200) {
            return new Verdict.Passed(Baggage.fromEdge(answer.headers()));
          }
          return status >= 400 && status < 500
              ? refused(status, answer.headers(), body)
              : new Verdict.Unknown();
        });
  }

  private static Verdict refused(int status, MultiMap headers, Buffer body) {
    var passed = MultiMap.caseInsensitiveMultiMap().addAll(headers);
    Baggage.toClient(passed);
    passed.remove("Content-Length");
    return new Verdict.Refused(status, passed, body);
  }
}
