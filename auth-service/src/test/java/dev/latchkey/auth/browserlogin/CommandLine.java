package dev.latchkey.auth.browserlogin;

import static org.awaitility.Awaitility.await;

import dev.latchkey.auth.TestGateway;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A command line that has opened a login. token-service is a stand-in. */
record CommandLine(TestGateway gateway, String id, String token) {

  private static final String MINTING = "POST /internal/sign-ins";
  static final String SIGNED_IN = "lkat_of_the_stand_in";

  static CommandLine open(TestGateway gateway) {
    var answer = gateway.call("POST", "/auth").json("{\"description\":\"a test\"}").send();
    answer.then().statusCode(201);
    return of(gateway, answer);
  }

  static CommandLine of(TestGateway gateway, Response answer) {
    var path = answer.<String>path("cli_url");
    return new CommandLine(
        gateway, path.substring(path.lastIndexOf('/') + 1), answer.path("token"));
  }

  /** token-service makes what it is asked for. */
  static void tokensAreMade() {
    tokenService().answer(MINTING, 201, "{\"token\":\"" + SIGNED_IN + "\"}");
  }

  static void tokenServiceAnswers(int status) {
    tokenService().answer(MINTING, status, "{}");
  }

  static OtherServiceStandIn tokenService() {
    return OtherServiceStandIn.of(Owner.TOKEN);
  }

  /** Until so many requests wait. There is no such gauge before the first one does. */
  static void awaitWaiting(MeterRegistry meters, int count) {
    await()
        .until(() -> {
          var waiting = meters.find("latchkey.browser.login.waiting").gauge();
          return waiting != null && waiting.value() == count;
        });
  }

  /** What token-service was asked to make for this login; the epoch and the like are in it. */
  List<String> wishes() {
    return tokenService().received().stream()
        .filter(request -> request.line().equals(MINTING))
        .map(OtherServiceStandIn.ReceivedRequest::body)
        .toList();
  }

  Response poll() {
    return poll(token);
  }

  /** As the gateway carries it: the edge hands the token on. */
  Response poll(String presented) {
    var path = "/auth/cli/" + id;
    var edge = gateway.call("GET", path).bearer(presented).atEdge();
    edge.then().statusCode(200);
    var request = RestAssured.given().header("User-Agent", "a test");
    var handedOn = edge.header(Headers.PRESENTED_TOKEN);
    if (handedOn != null) {
      request.header(Headers.PRESENTED_TOKEN, handedOn);
    }
    return request.get(path);
  }

  CompletableFuture<Response> polling() {
    return CompletableFuture.supplyAsync(this::poll, wait -> Thread.ofVirtual().start(wait));
  }

  Response show(String session) {
    return gateway.call("GET", "/auth/browser/" + id).bearer(session).send();
  }

  Response approve(String session) {
    return approving().bearer(session).send();
  }

  TestGateway.Call approving() {
    return gateway.call("POST", "/auth/browser/" + id + "/actions/approve");
  }

  Response deny(String session) {
    return gateway.call("POST", "/auth/browser/" + id + "/actions/deny").bearer(session).send();
  }
}
