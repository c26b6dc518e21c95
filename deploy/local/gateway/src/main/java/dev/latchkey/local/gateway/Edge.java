package dev.latchkey.local.gateway;

import dev.latchkey.local.gateway.route.RequestTarget;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;

/** Asks auth-service who a request is, as Envoy's external authorization over HTTP does. */
final class Edge {

  private final HttpClient client;
  private final GatewayConfig config;
  private final ServiceCredential credential;

  Edge(HttpClient client, GatewayConfig config, ServiceCredential credential) {
    this.client = client;
    this.config = config;
    this.credential = credential;
  }

  /** Never fails: whatever goes wrong on the way is {@link Verdict.Unknown}. */
  Future<Verdict> judge(HttpMethod method, RequestTarget target, MultiMap headers) {
    return client
        .request(question(method, target, headers))
        .compose(request -> request.send())
        .compose(Edge::verdict)
        .timeout(config.edgeTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(failure -> new Verdict.Unknown());
  }

  private RequestOptions question(HttpMethod method, RequestTarget target, MultiMap headers) {
    var shown = Baggage.toEdge(headers).set(Baggage.SERVICE, "Bearer " + credential.text());
    if (method != HttpMethod.GET) {
      shown.set("Content-Length", "0");
    }
    return new RequestOptions()
        .setMethod(method)
        .setHost(config.edge().getHost())
        .setPort(config.edge().getPort())
        .setURI("/internal/edge" + target.path() + target.query())
        .setHeaders(shown)
        .setTimeout(config.edgeTimeout().toMillis());
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
