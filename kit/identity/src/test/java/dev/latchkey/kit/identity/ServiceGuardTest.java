package dev.latchkey.kit.identity;

import static dev.latchkey.kit.identity.Http.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.identity.jose.TestKey;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ServiceGuardTest {

  private static final String MFA = "mfa-service";
  private static final String SELF = "auth-service";

  @Inject ServiceCredential credential;
  @Inject ServiceVerification services;

  /** Answers with what it was shown. */
  @Path("/q/presented")
  @RegisterProvider(ServiceCredential.class)
  @Callee(SELF)
  interface EchoClient {
    @GET
    String echo();
  }

  @Path(DoorResource.EPOCH)
  @RegisterProvider(ServiceCredential.class)
  @Callee("token-service")
  interface MisdirectedClient {
    @GET
    String echo();
  }

  private static String signed(JsonObject header, JsonObject claims) {
    return Jwt.sign(header, claims, Surroundings.key("mfa").secret());
  }

  private static String signed(JsonObject claims) {
    return signed(Jwt.serviceHeader(MFA), claims);
  }

  private static void dead(String credential) {
    for (int i = 0; i < 2; i++) {
      refused(
          Http.inside().send("GET", DoorResource.EPOCH, "Authorization", "Bearer " + credential),
          401,
          "unauthorized");
      refused(
          Http.inside().send("GET", DoorResource.EPOCH, "Latchkey-Service", "Bearer " + credential),
          401,
          "unauthorized");
    }
  }

  @Test
  void a_known_service_may_call_and_is_known_by_name() {
    var bearer = "Bearer " + signed(Jwt.serviceClaims(MFA, SELF));

    for (int i = 0; i < 3; i++) {
      assertThat(Http.inside().send("GET", DoorResource.EPOCH, "Authorization", bearer).body())
          .isEqualTo(MFA);
    }
  }

  @Test
  void beside_a_clients_authorization_the_credential_has_its_own_header() {
    var bearer =
        "Bearer "
            + Jwt.sign(
                Jwt.serviceHeader("gateway"),
                Jwt.serviceClaims("gateway", SELF),
                Surroundings.key("gateway").secret());
    var answer =
        Http.inside()
            .send(
                "GET",
                "/internal/edge/account",
                "Authorization",
                "Basic Zm9vOmJhcg==",
                "Latchkey-Service",
                bearer);

    assertThat(answer.body()).isEqualTo("gateway");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal",
        "/internal/nowhere",
        "/internal/not-in-the-table",
        "/internal/route",
        "/internal/edge/account",
        "/internal/accounts/1/epoch/more",
        "/internal/accounts/1/second-factor",
        "/internal/accounts//epoch"
      })
  void what_the_table_does_not_let_a_service_ask_is_forbidden(String path) {
    var bearer = "Bearer " + signed(Jwt.serviceClaims(MFA, SELF));

    assertThat(Http.inside().send("GET", path, "Authorization", bearer).statusCode())
        .isIn(403, 404);
    assertThat(Http.inside().send("GET", path, "Authorization", bearer).body())
        .doesNotContain("oops")
        .doesNotContain("not mine");
  }

  @Test
  void another_method_than_the_tables_is_forbidden() {
    var bearer = "Bearer " + signed(Jwt.serviceClaims(MFA, SELF));

    for (var method : List.of("POST", "DELETE", "OPTIONS", "TRACE")) {
      assertThat(
              Http.inside().send(method, DoorResource.EPOCH, "Authorization", bearer).statusCode())
          .isEqualTo(403);
    }
    assertThat(Http.inside().send("HEAD", DoorResource.EPOCH, "Authorization", bearer).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_caller_may_have_two_keys() {
    var next = Surroundings.key("mfa.next").secret();
    var claims = Jwt.serviceClaims(MFA, SELF);
    var bearer = "Bearer " + Jwt.sign(Jwt.serviceHeader("mfa-service.2"), claims, next);

    assertThat(Http.inside().send("GET", DoorResource.EPOCH, "Authorization", bearer).body())
        .isEqualTo(MFA);
    dead(Jwt.sign(Jwt.serviceHeader(MFA), claims, next));
    dead(signed(Jwt.serviceHeader("mfa-service.2"), claims));
    dead(
        Jwt.sign(
            Jwt.serviceHeader("mfa-service.2"), Jwt.serviceClaims("mfa-service.2", SELF), next));
    dead(Jwt.sign(Jwt.serviceHeader("mfa-service.2"), Jwt.serviceClaims("mfa", SELF), next));
  }

  @Test
  void a_call_without_a_credential_is_refused() {
    refused(Http.inside().send("GET", DoorResource.EPOCH), 401, "unauthorized");
    refused(Http.inside().send("GET", "/internal/nowhere"), 401, "unauthorized");
    refused(Http.inside().send("GET", "/internal"), 401, "unauthorized");
    refused(Http.inside().send("GET", "/internal/route"), 401, "unauthorized");
    refused(
        Http.inside().send("GET", DoorResource.EPOCH, "Authorization", "Basic Zm9vOmJhcg=="),
        401,
        "unauthorized");
  }

  @Test
  void two_credentials_are_none() {
    var bearer = "Bearer " + signed(Jwt.serviceClaims(MFA, SELF));

    for (var name : List.of("Authorization", "Latchkey-Service")) {
      refused(
          Http.inside().send("GET", DoorResource.EPOCH, name, bearer, name, bearer),
          401,
          "unauthorized");
    }
    refused(
        Http.inside()
            .send(
                "GET", DoorResource.EPOCH, "Authorization", bearer, "Latchkey-Service", "Bearer x"),
        401,
        "unauthorized");
  }

  static List<JsonObject> wrongClaims() {
    return List.of(
        Jwt.serviceClaims(MFA, "token-service"),
        Jwt.serviceClaims(MFA, "latchkey"),
        Jwt.serviceClaims(MFA, SELF).put("aud", new JsonArray().add(SELF).add("token-service")),
        Jwt.serviceClaims(MFA, SELF).put("aud", new JsonArray()),
        Jwt.serviceClaims("token-service", SELF),
        Jwt.serviceClaims(MFA, SELF).put("iss", "token-service"),
        Jwt.serviceClaims(MFA, SELF).put("sub", "token-service"),
        Jwt.serviceClaims(MFA, SELF).put("iat", Jwt.now() - 70).put("exp", Jwt.now() - 10),
        Jwt.serviceClaims(MFA, SELF).put("exp", Jwt.now() + 3600),
        Jwt.serviceClaims(MFA, SELF).put("iat", Jwt.now() + 30).put("exp", Jwt.now() + 60),
        Jwt.serviceClaims(MFA, SELF).put("iat", Jwt.now() - 3600),
        Jwt.serviceClaims(MFA, SELF).put("nbf", Jwt.now() + 30),
        Jwt.serviceClaims(MFA, SELF).putNull("exp"),
        Jwt.serviceClaims(MFA, SELF).putNull("iat"),
        Jwt.serviceClaims(MFA, SELF).putNull("aud"),
        Jwt.serviceClaims(MFA, SELF).putNull("sub"),
        Jwt.serviceClaims(MFA, SELF).putNull("iss"),
        new JsonObject());
  }

  @ParameterizedTest
  @MethodSource("wrongClaims")
  @Tag("attack-56")
  void a_claim_that_is_wrong_or_missing_is_refused(JsonObject claims) {
    dead(signed(claims));
  }

  @Test
  void an_unknown_caller_is_refused() {
    var stranger = TestKey.named("stranger");
    var impostor = TestKey.named(MFA);

    dead(
        Jwt.sign(
            Jwt.serviceHeader("stranger"), Jwt.serviceClaims("stranger", SELF), stranger.secret()));
    dead(Jwt.sign(Jwt.serviceHeader(MFA), Jwt.serviceClaims(MFA, SELF), impostor.secret()));
  }

  @Test
  void a_service_does_not_speak_in_anothers_name() {
    dead(signed(Jwt.serviceHeader(SELF), Jwt.serviceClaims(SELF, SELF)));
    dead(signed(Jwt.serviceHeader(MFA), Jwt.serviceClaims(SELF, SELF)));
  }

  static List<String> keyIds() {
    return List.of(
        "../../../../dev/null",
        "../" + MFA,
        "/proc/self/environ",
        MFA + "' OR '1'='1",
        MFA + "'; drop table account; --",
        MFA + "\u0000",
        "http://127.0.0.1:1/jwks.json",
        "MFA-SERVICE",
        "",
        " ",
        MFA + " ",
        "x".repeat(101),
        "x".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("keyIds")
  @Tag("attack-56")
  void a_key_id_that_is_a_path_or_sql_or_a_book_is_refused(String kid) {
    dead(signed(Jwt.serviceHeader(kid), Jwt.serviceClaims(MFA, SELF)));
    dead(signed(Jwt.serviceHeader(kid), Jwt.serviceClaims(kid, SELF)));
    var none = Jwt.serviceHeader(kid).put("alg", "HS256");
    dead(Jwt.hmac(none, Jwt.serviceClaims(kid, SELF), new byte[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "ES384", ""})
  @Tag("attack-56")
  void another_algorithm_is_refused(String alg) {
    var header = Jwt.serviceHeader(MFA).put("alg", alg);

    dead(Jwt.unsigned(header, Jwt.serviceClaims(MFA, SELF), ""));
    dead(signed(header, Jwt.serviceClaims(MFA, SELF)));
    dead(
        Jwt.hmac(
            header,
            Jwt.serviceClaims(MFA, SELF),
            Surroundings.key("mfa").jwk().getPublicKey().getEncoded()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "identity+jwt", "event+jws", "at+jwt", ""})
  @Tag("attack-56")
  void another_type_is_refused(String typ) {
    dead(signed(Jwt.serviceHeader(MFA).put("typ", typ), Jwt.serviceClaims(MFA, SELF)));
  }

  @Test
  void a_persons_identity_is_refused() {
    var edge = Surroundings.key("edge").secret();
    var identity = Jwt.sign(Jwt.header(), Jwt.claims(), edge);

    dead(identity);
    refused(Http.inside().as(identity, "GET", DoorResource.EPOCH), 401, "unauthorized");
    dead(Jwt.sign(Jwt.header(), Jwt.claims().put("aud", SELF).put("sub", MFA), edge));
  }

  @Test
  void a_clients_call_carries_the_credential() {
    var client =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(URI.create(Http.inside().base()))
            .build(EchoClient.class);

    for (int i = 0; i < 2; i++) {
      var shown = client.echo();
      assertThat(shown).startsWith("Bearer ");
      assertThat(services.verify(shown.substring("Bearer ".length())))
          .hasValueSatisfying(caller -> assertThat(caller.name()).isEqualTo(SELF));
    }
  }

  @Test
  void a_credential_for_another_callee_is_of_no_use_here() {
    var client =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(URI.create(Http.inside().base()))
            .build(MisdirectedClient.class);

    org.assertj.core.api.Assertions.assertThatThrownBy(client::echo).hasMessageContaining("401");
  }

  @Test
  void a_credential_is_used_again_for_the_same_callee_only() {
    assertThat(credential.forCallee(MFA)).isEqualTo(credential.forCallee(MFA));
    assertThat(credential.forCallee(MFA)).isNotEqualTo(credential.forCallee(SELF));
  }
}
