package dev.latchkey.local.gateway;

import dev.latchkey.local.gateway.route.Route;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;

/** Carries a request that may pass to the service that owns it, and the answer back. */
final class Upstream {

  private static final int CONNECT_MILLIS = 1_000;

  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

  private final HttpClient client;
  private final GatewayConfig config;

  Upstream(HttpClient client, GatewayConfig config) {
    this.client = client;
    this.config = config;
  }

  /** Sends the request on with what the edge says of it; a service that is away is a 503. */
  void carry(HttpServerRequest request, Buffer body, Route route, Verdict.Passed passed) {
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(context -> client.request(to(route)))
        .addInterceptor(
            new ProxyInterceptor() {
              @Override
              public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                dress(context, body, route, passed);
                return context.sendRequest().recover(away -> Future.succeededFuture(no(context)));
              }

              @Override
              public Future<Void> handleProxyResponse(ProxyContext context) {
                undress(context.response());
                return context.sendResponse();
              }
            })
        .handle(request);
  }

  private RequestOptions to(Route route) {
    return new RequestOptions()
        .setHost(config.host(route.service()))
        .setPort(config.port(route.service()))
        .setConnectTimeout(CONNECT_MILLIS)
        .setIdleTimeout(route.patience().toMillis());
  }

  private static void dress(ProxyContext context, Buffer body, Route route, Verdict.Passed passed) {
    var request = context.request();
    Baggage.withhold(route, request.headers());
    passed.headers().forEach(request::putHeader);
    request.setBody(body.length() == 0 ? null : Body.body(body));
  }

  private static void undress(ProxyResponse response) {
    Baggage.toClient(response.headers());
    if (WITHOUT_BODY.contains(response.getStatusCode())) {
      response.setBody(null);
    }
  }

  private static ProxyResponse no(ProxyContext context) {
    return context
        .request()
        .release()
        .response()
        .setStatusCode(Refusal.UNAVAILABLE.status())
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Retry-After", "5")
        .setBody(Body.body(Refusal.UNAVAILABLE.body()));
  }
}
