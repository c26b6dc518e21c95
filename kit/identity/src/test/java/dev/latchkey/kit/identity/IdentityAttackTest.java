package dev.latchkey.kit.identity;

import static dev.latchkey.kit.identity.Http.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.identity.jose.JwksServer;
import dev.latchkey.kit.identity.jose.TestKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The family of JWT attacks, each against a door that the untouched identity opens. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@Tag("attack-56")
class IdentityAttackTest {

  private static final String DOOR = "/account";

  private static PrivateKey edge() {
    return Surroundings.key("edge").secret();
  }

  private static void dead(String identity) {
    refused(Http.outside().as(identity, "GET", DOOR), 401, "unauthorized");
    // Once more: a refused one must not have been remembered as good.
    refused(Http.outside().as(identity, "GET", DOOR), 401, "unauthorized");
  }

  private static void deadClaims(JsonObject claims) {
    dead(Jwt.sign(Jwt.header(), claims, edge()));
  }

  private static JsonObject without(String claim) {
    var claims = Jwt.claims();
    claims.remove(claim);
    return claims;
  }

  @Test
  void the_untouched_identity_opens_the_door() {
    var identity = Jwt.sign(Jwt.header(), Jwt.claims(), edge());

    assertThat(Http.outside().as(identity, "GET", DOOR).statusCode()).isEqualTo(200);
    assertThat(Http.outside().as(identity, "GET", DOOR).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
  void alg_none(String alg) {
    var header = Jwt.header().put("alg", alg);

    dead(Jwt.unsigned(header, Jwt.claims(), ""));
    dead(Jwt.unsigned(header, Jwt.claims(), "AAAA"));
    dead(Jwt.sign(header, Jwt.claims(), edge()));
  }

  @Test
  void no_signature_at_all() {
    dead(Jwt.unsigned(Jwt.header(), Jwt.claims(), ""));
    dead(Jwt.part(Jwt.header().encode()) + "." + Jwt.part(Jwt.claims().encode()));
  }

  @Test
  void hs256_with_the_public_key_as_the_secret() {
    var jwk = Surroundings.key("edge").jwk();
    var header = Jwt.header().put("alg", "HS256");
    var secrets =
        List.of(
            jwk.getPublicKey().getEncoded(),
            jwk.toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(UTF_8),
            ("-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(jwk.getPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n")
                .getBytes(UTF_8));

    secrets.forEach(secret -> dead(Jwt.hmac(header, Jwt.claims(), secret)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES384", "ES512", "RS256", "PS256", "EdDSA", "HS256", "ES256K", "es256"})
  void another_algorithm(String alg) {
    dead(Jwt.sign(Jwt.header().put("alg", alg), Jwt.claims(), edge()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../dev/null",
        "/proc/self/environ",
        "edge-1' OR '1'='1",
        "edge-1\u0000",
        "http://127.0.0.1:1/jwks.json",
        "",
        " ",
        "EDGE-1"
      })
  void a_key_id_that_is_a_path_or_sql(String kid) {
    dead(Jwt.sign(Jwt.header().put("kid", kid), Jwt.claims(), edge()));
    dead(Jwt.hmac(Jwt.header().put("kid", kid).put("alg", "HS256"), Jwt.claims(), new byte[1]));
  }

  @Test
  void a_key_id_of_another_type_or_none() {
    var none = Jwt.header();
    none.remove("kid");
    dead(Jwt.sign(none, Jwt.claims(), edge()));
    dead(Jwt.sign(Jwt.header().put("kid", 1), Jwt.claims(), edge()));
    dead(Jwt.sign(Jwt.header().put("kid", "x".repeat(101)), Jwt.claims(), edge()));
  }

  @Test
  void a_key_brought_along() {
    var thief = TestKey.named("edge-1");
    var jwk = new JsonObject(thief.jwk().toJson(OutputControlLevel.PUBLIC_ONLY));

    dead(Jwt.sign(Jwt.header(), Jwt.claims(), thief.secret()));
    dead(Jwt.sign(Jwt.header().put("jwk", jwk), Jwt.claims(), thief.secret()));
    dead(Jwt.sign(Jwt.header().put("jwk", jwk), Jwt.claims(), edge()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jku", "x5u", "x5c", "x5t", "crit", "zip", "b64", "cty"})
  void a_header_that_leads_elsewhere(String name) {
    dead(Jwt.sign(Jwt.header().put(name, "http://127.0.0.1:1/keys"), Jwt.claims(), edge()));
    dead(Jwt.sign(Jwt.header().put(name, new JsonArray().add("exp")), Jwt.claims(), edge()));
  }

  @ParameterizedTest
  @CsvSource({"jku, edge-1", "jku, thief-1", "x5u, edge-1", "x5u, thief-1"})
  void a_header_that_leads_to_the_thiefs_own_keys(String name, String kid) throws Exception {
    var thief = TestKey.named(kid);
    try (var server = new JwksServer(TestKey.jwks(thief))) {
      var url = server.url() + "/jwks.json";
      var header = Jwt.header().put("kid", kid).put(name, url);

      dead(Jwt.sign(header, Jwt.claims(), thief.secret()));
      dead(Jwt.sign(header, Jwt.claims(), edge()));

      // Nobody even asked there; that it answers is shown by asking.
      assertThat(server.fetches()).isZero();
      assertThat(new Http(server.url()).send("GET", "/jwks.json").body()).contains(kid);
      assertThat(server.fetches()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JWT",
        "at+jwt",
        "svc+jwt",
        "event+jws",
        "application/identity+jwt",
        "",
        "IDENTITY+JWT"
      })
  void another_type(String typ) {
    dead(Jwt.sign(Jwt.header().put("typ", typ), Jwt.claims(), edge()));
  }

  @Test
  void no_type() {
    var header = Jwt.header();
    header.remove("typ");
    dead(Jwt.sign(header, Jwt.claims(), edge()));
  }

  static List<JsonObject> wrongClaims() {
    return List.of(
        Jwt.claims().put("aud", "another"),
        Jwt.claims().put("aud", new JsonArray()),
        Jwt.claims().put("aud", new JsonArray().add("another")),
        Jwt.claims().put("aud", "latchkey2"),
        Jwt.claims().put("iss", "somebody"),
        Jwt.claims().put("iss", "latchkey-edge/"),
        Jwt.claims().put("exp", Jwt.now() - 1),
        Jwt.claims().put("exp", Jwt.now() - 1).put("iat", Jwt.now() - 61),
        Jwt.claims().put("exp", 0),
        Jwt.claims().put("exp", "tomorrow"),
        Jwt.claims().put("exp", -1),
        Jwt.claims().putNull("exp"),
        Jwt.claims().put("nbf", Jwt.now() + 30),
        Jwt.claims().put("nbf", "later"),
        Jwt.claims().put("sub", "not-a-uuid"),
        Jwt.claims().put("sub", ""),
        Jwt.claims().put("sub", 5),
        Jwt.claims().put("kind", "root"),
        Jwt.claims().put("kind", "SESSION"),
        Jwt.claims().put("kind", 1),
        Jwt.claims().put("cid", "1"),
        Jwt.claims().put("epoch", "7"),
        Jwt.claims().put("epoch", 7.5),
        Jwt.claims().put("epoch", 99_999_999_999L),
        Jwt.claims().put("scope", new JsonArray().add("global")),
        Jwt.claims().put("amr", "pwd"),
        Jwt.claims().put("tfa", "false"),
        Jwt.claims().put("otp_at", "now"),
        Jwt.claims().put("ip", 1),
        without("aud"),
        without("iss"),
        without("exp"),
        without("iat"),
        without("sub"),
        without("kind"),
        without("cid"),
        without("epoch"),
        without("scope"));
  }

  @ParameterizedTest
  @MethodSource("wrongClaims")
  void a_claim_that_is_wrong_or_missing(JsonObject claims) {
    deadClaims(claims);
  }

  @Test
  void a_life_longer_than_an_identity_has() {
    deadClaims(Jwt.claims().put("exp", Jwt.now() + 3600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "exp", "aud", "scope", "kind"})
  void a_claim_that_is_there_twice(String claim) {
    var claims = Jwt.claims();
    var value = claims.getValue(claim);
    var text = value instanceof String word ? "\"" + word + "\"" : value.toString();
    var twice = claims.encode().replaceFirst("\\{", "{\"" + claim + "\":" + text + ",");

    dead(Jwt.sign(Jwt.header().encode(), twice, edge()));
  }

  @Test
  void a_header_member_that_is_there_twice() {
    var twice = "{\"alg\":\"none\",\"alg\":\"ES256\",\"typ\":\"identity+jwt\",\"kid\":\"edge-1\"}";

    dead(Jwt.sign(twice, Jwt.claims().encode(), edge()));
  }

  @Test
  void a_signature_of_zeroes() {
    for (int length : new int[] {0, 1, 32, 63, 64, 65, 72}) {
      var zeroes = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
      dead(Jwt.unsigned(Jwt.header(), Jwt.claims(), zeroes));
    }
  }

  @Test
  void a_signature_of_something_else() {
    var one = Jwt.sign(Jwt.header(), Jwt.claims(), edge());
    var other = Jwt.sign(Jwt.header(), Jwt.claims(), edge());
    var mixed = one.substring(0, one.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));

    dead(mixed);
    dead(one + "A");
    dead(one.substring(0, one.length() - 4));
    dead(one + ".");
    dead("Bearer " + one);
  }

  @Test
  void an_identity_as_long_as_a_header_may_be() {
    dead(Jwt.sign(Jwt.header(), Jwt.claims().put("agent", "x".repeat(11_000)), edge()));
    dead("a.".repeat(5000));
  }

  @Test
  void a_megabyte_of_identity_does_not_even_come_in() {
    var identity = Jwt.sign(Jwt.header(), Jwt.claims().put("agent", "x".repeat(1_000_000)), edge());

    assertThat(Http.outside().as(identity, "GET", DOOR).statusCode()).isEqualTo(431);
  }

  @Test
  void an_encrypted_one() {
    var header = new JsonObject().put("alg", "PBES2-HS256+A128KW").put("enc", "A128CBC-HS256");
    var bomb = header.copy().put("p2c", Integer.MAX_VALUE).put("p2s", "AAAA").put("zip", "DEF");

    dead(Jwt.part(header.encode()) + ".AAAA.AAAA.AAAA.AAAA");
    dead(Jwt.part(bomb.mergeIn(Jwt.header()).encode()) + ".AAAA.AAAA.AAAA.AAAA");
    dead(Jwt.part(bomb.encode()) + ".AAAA.AAAA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", ".", "..", "...", "a.b.c", "{}.{}.{}", "e30.e30.", "====.=.="})
  void garbage(String identity) {
    dead(identity);
  }

  @Test
  void the_credential_of_a_service() {
    var mfa = Surroundings.key("mfa");

    dead(
        Jwt.sign(
            Jwt.serviceHeader("mfa-service"),
            Jwt.serviceClaims("mfa-service", "auth-service"),
            mfa.secret()));
    dead(Jwt.sign(Jwt.header().put("kid", "mfa-service"), Jwt.claims(), mfa.secret()));
  }

  @Test
  void an_identity_that_was_remembered_still_expires() throws Exception {
    var identity = Jwt.sign(Jwt.header(), Jwt.claims().put("exp", Jwt.now() + 2), edge());

    assertThat(Http.outside().as(identity, "GET", DOOR).statusCode()).isEqualTo(200);
    Thread.sleep(2100);
    dead(identity);
  }

  @Test
  void a_flood_of_unknown_keys_does_not_hammer_the_edge() {
    dead(Jwt.sign(Jwt.header().put("kid", "warm-up"), Jwt.claims(), edge()));
    int before = fetches();

    for (int i = 0; i < 200; i++) {
      var header = Jwt.header().put("kid", UUID.randomUUID().toString());
      refused(
          Http.outside().as(Jwt.sign(header, Jwt.claims(), edge()), "GET", DOOR),
          401,
          "unauthorized");
    }

    assertThat(fetches() - before).isLessThanOrEqualTo(1);
  }

  private static int fetches() {
    var server = new Http(Surroundings.value("test.jwks"));
    return Integer.parseInt(server.send("GET", "/fetches").body());
  }

  @Test
  void a_claim_nobody_knows_changes_nothing() {
    var claims = Jwt.claims().put("admin", true).mergeIn(new JsonObject(Map.of("x", 1)));

    assertThat(Http.outside().as(Jwt.sign(Jwt.header(), claims, edge()), "GET", DOOR).statusCode())
        .isEqualTo(200);
  }
}
