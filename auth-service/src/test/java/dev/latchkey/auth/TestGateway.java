package dev.latchkey.auth;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.testkit.ServiceCalls;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does what the gateway does: asks the edge, then calls the door with the identity it was given.
 */
@Singleton
public class TestGateway {

  private static final String CLIENT = "198.51.100.7";
  private static final String AGENT = "a test";
  private static final String FORWARDED = "X-Forwarded-For";

  private final InternalPort internal;

  @Inject
  TestGateway(InternalPort internal) {
    this.internal = internal;
  }

  /** A request that is being put together. */
  public Call call(String verb, String path) {
    return new Call(verb, path, Map.of(), null);
  }

  /** A call of another service to an internal endpoint. */
  public RequestSpecification internal(Owner caller) {
    return RestAssured.given()
        .baseUri("http://127.0.0.1")
        .port(internal.port())
        .header("Latchkey-Service", ServiceCalls.header(caller, Owner.AUTH))
        .contentType(ContentType.JSON);
  }

  /** One request of a client. */
  public final class Call {
    private final String verb;
    private final String path;
    private final Map<String, String> headers;
    private final @Nullable String body;

    private Call(String verb, String path, Map<String, String> headers, @Nullable String body) {
      this.verb = verb;
      this.path = path;
      this.headers = headers;
      this.body = body;
    }

    public Call with(String name, String value) {
      var more = new HashMap<>(headers);
      more.put(name, value);
      return new Call(verb, path, more, body);
    }

    /** By way of web, for somebody at this address. */
    public Call throughWeb(String ip, String agent) {
      return with(Headers.WEB, ServiceCalls.header(Asker.WEB.caller(), Owner.AUTH.service()))
          .with(Headers.CLIENT_IP, ip)
          .with(Headers.CLIENT_AGENT, agent);
    }

    public Call bearer(String token) {
      return with("Authorization", "Bearer " + token);
    }

    public Call basic(String user, String secret) {
      var text = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
      return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(text));
    }

    public Call code(String code) {
      return with(Headers.TWO_FACTOR_CODE, code);
    }

    public Call password(String password) {
      return with(Headers.PASSWORD, password);
    }

    public Call json(String json) {
      return new Call(verb, path, headers, json);
    }

    /** The edge's own answer: 200 with an identity, or what the client gets. */
    public Response atEdge() {
      return RestAssured.given()
          .baseUri("http://127.0.0.1")
          .port(internal.port())
          .urlEncodingEnabled(false)
          .headers(headers)
          .header(FORWARDED, CLIENT)
          .header("User-Agent", AGENT)
          .header("Latchkey-Service", ServiceCalls.header("gateway", Owner.AUTH.service()))
          .request(verb, "/internal/edge" + path);
    }

    /** What the client gets. */
    public Response send() {
      var edge = atEdge();
      return edge.statusCode() == 200 ? forward(edge) : edge;
    }

    /** With what the edge has said of it, in the place of what the gateway saw. */
    private Response forward(Response edge) {
      return forward(
          edge.header(Headers.IDENTITY),
          Optional.ofNullable(edge.header(FORWARDED)).orElse(CLIENT),
          Optional.ofNullable(edge.header("User-Agent")).orElse(AGENT));
    }

    /** What the owner of the path answers to an identity that the edge gave, now or before. */
    public Response forward(@Nullable String identity) {
      return forward(identity, CLIENT, AGENT);
    }

    private Response forward(@Nullable String identity, String ip, String agent) {
      var request =
          RestAssured.given()
              .urlEncodingEnabled(false)
              .header(FORWARDED, ip)
              .header("User-Agent", agent);
      if (identity != null) {
        request.header(Headers.IDENTITY, identity);
      }
      if (body != null) {
        request.contentType(ContentType.JSON).body(body);
      }
      return request.request(verb, path);
    }
  }
}
