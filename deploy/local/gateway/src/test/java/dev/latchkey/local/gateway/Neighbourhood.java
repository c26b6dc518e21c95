package dev.latchkey.local.gateway;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.local.gateway.OtherServerStandIn.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A gateway with stand-ins for all around it. */
final class Neighbourhood implements AutoCloseable {

  /** The edge's answer to somebody it knows. */
  static final Answer AS_ALICE = new Answer(200, Map.of(Headers.IDENTITY, "signed.by.edge"), "");

  private final HttpClient client = HttpClient.newHttpClient();
  private final OtherServerStandIn edge;
  private final OtherServerStandIn auth;
  private final OtherServerStandIn token;
  private final OtherServerStandIn web;
  private final RunningGateway gateway;

  Neighbourhood() throws IOException, GeneralSecurityException {
    edge = new OtherServerStandIn(0, asked -> AS_ALICE);
    auth = new OtherServerStandIn(0, asked -> Answer.of(200, "{\"from\":\"auth\"}"));
    token = new OtherServerStandIn(0, asked -> Answer.of(200, "{\"from\":\"token\"}"));
    web = new OtherServerStandIn(0, asked -> Answer.of(200, "<p>a page"));
    gateway =
        new RunningGateway(
            edge,
            Map.of(
                "LATCHKEY_AUTH_PORT", auth.port(),
                "LATCHKEY_TOKEN_PORT", token.port(),
                "LATCHKEY_WEB_PORT", web.port(),
                // Everything else is not what these tests are about: one server for all.
                "LATCHKEY_MFA_PORT", auth.port(),
                "LATCHKEY_NOTIFICATION_PORT", auth.port()));
  }

  OtherServerStandIn edge() {
    return edge;
  }

  OtherServerStandIn auth() {
    return auth;
  }

  OtherServerStandIn token() {
    return token;
  }

  OtherServerStandIn web() {
    return web;
  }

  RunningGateway gateway() {
    return gateway;
  }

  /** As before the first request. */
  void forget() {
    List.of(edge, auth, token, web).forEach(server -> server.asked().clear());
    edge.answer(asked -> AS_ALICE);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
        .timeout(Duration.ofSeconds(10));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    edge.close();
    auth.close();
    token.close();
    web.close();
  }
}
