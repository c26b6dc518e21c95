package dev.latchkey.auth.identitykey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.Sealing;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.kit.testkit.ServiceCalls;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class IdentityKeyTest {

  private static final Duration LEAD = Duration.ofMinutes(2);
  private static final Duration REST = IdentitySigning.LIFE.plusMinutes(2);

  @Inject IdentitySigning signing;
  @Inject IdentityKeyRotation rotation;
  @Inject SigningKeys keys;
  @Inject MovableClock clock;
  @Inject InternalPort internal;
  @Inject Pool pool;
  @Inject SecureRandom random;
  @Inject @Columns Sealing sealing;

  @BeforeEach
  @AfterEach
  void startAnew() {
    clock.reset();
    run("delete from identity_key");
    await(rotation.begin());
    await(keys.reload());
  }

  @Test
  void an_identity_is_verified_with_the_published_keys() throws JoseException {
    var jwt = read(signing.sign(Identities.somebody()));

    jwt.setKey(published().findJsonWebKey(kid(jwt), null, null, null).getKey());

    assertThat(jwt.verifySignature()).isTrue();
  }

  @Test
  void what_is_published_is_public() throws JoseException {
    for (var key : published().getJsonWebKeys()) {
      assertThat(((PublicJsonWebKey) key).getPrivateKey()).isNull();
      assertThat(key.getUse()).isEqualTo("sig");
      assertThat(key.getAlgorithm()).isEqualTo("ES256");
    }
  }

  @Test
  void a_private_key_is_nowhere_in_the_clear() {
    assertThat(texts("select public_jwk || ' ' || private_key from identity_key"))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).contains("\"y\":").doesNotContain("\"d\":"));
  }

  @Test
  void replicas_that_start_at_once_agree_on_one_first_key() {
    run("delete from identity_key");

    allAtOnce(20, rotation::begin);

    assertThat(kids()).hasSize(1);
  }

  @Test
  @Tag("attack-57")
  void a_rotation_goes_from_key_to_key_without_a_gap() throws JoseException {
    clock.set(clock.instant().truncatedTo(ChronoUnit.MICROS));
    var old = signer();

    var rotated = await(rotation.rotate());

    assertThat(rotated.made()).isTrue();
    assertThat(rotated.signsFrom()).isEqualTo(clock.instant().plus(LEAD));
    assertThat(publishedKids()).containsExactly(old, rotated.kid());
    assertThat(signer()).isEqualTo(old);

    clock.advance(LEAD);
    assertThat(publishedKids()).containsExactly(old, rotated.kid());
    assertThat(signer()).isEqualTo(rotated.kid());

    clock.advance(REST);
    assertThat(publishedKids()).containsExactly(rotated.kid());
  }

  @Test
  void rotations_at_once_make_one_key() {
    var rotated = allAtOnce(20, rotation::rotate);

    assertThat(rotated.stream().filter(IdentityKeyRotation.Rotated::made)).hasSize(1);
    assertThat(rotated.stream().map(IdentityKeyRotation.Rotated::kid).distinct()).hasSize(1);
    assertThat(kids()).hasSize(2);
  }

  @Test
  void after_a_month_the_key_rotates_by_itself_and_the_old_one_is_destroyed() {
    var old = signer();

    clock.advance(Duration.ofDays(30));
    Awaitility.await().until(() -> tended() && kids().size() == 2);
    clock.advance(LEAD.plus(REST));

    Awaitility.await().until(() -> tended() && !kids().contains(old));
    assertThat(kids()).hasSize(1);
  }

  @Test
  void what_another_replica_did_is_heard() {
    var old = signer();
    run("update identity_key set retires_at = now() + interval '1 hour'");
    var other = IdentityKey.make(random, sealing, clock.instant(), clock.instant());
    run(
        "insert into identity_key values ('%s', '%s', '%s', now(), now(), null)"
            .formatted(other.term().kid(), other.publicJwk(), other.sealed()));

    Awaitility.await().until(() -> tended() && !signer().equals(old));
    assertThat(signer()).isEqualTo(other.term().kid());
  }

  @Test
  void operators_ask_for_a_rotation_and_nobody_else() {
    var path = "/internal/identity-keys/actions/rotate";

    given().port(internal.port()).post(path).then().statusCode(401);
    given().post(path).then().statusCode(404);
    assertThat(kids()).hasSize(1);

    var answer =
        given()
            .port(internal.port())
            .header("Authorization", ServiceCalls.header("operator", "auth-service"))
            .post(path)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(answer.getBoolean("made")).isTrue();
    assertThat(kids()).contains(answer.getString("kid")).hasSize(2);
  }

  @Test
  void the_keys_are_served_inside_only() {
    given().get("/.well-known/jwks.json").then().statusCode(404);
    given().port(internal.port()).get("/.well-known/jwks.json").then().statusCode(200);
  }

  private String signer() {
    return kid(read(signing.sign(Identities.somebody())));
  }

  private static String kid(JsonWebSignature jwt) {
    return jwt.getKeyIdHeaderValue();
  }

  private static JsonWebSignature read(String text) {
    try {
      var jwt = new JsonWebSignature();
      jwt.setCompactSerialization(text);
      return jwt;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonWebKeySet published() throws JoseException {
    return new JsonWebKeySet(
        given().port(internal.port()).get("/.well-known/jwks.json").body().asString());
  }

  private List<String> publishedKids() throws JoseException {
    return published().getJsonWebKeys().stream().map(key -> key.getKeyId()).toList();
  }

  private List<String> kids() {
    return texts("select kid from identity_key");
  }

  /** Rings, so that no test waits for the timer. */
  private boolean tended() {
    run("select pg_notify('identity_key', '')");
    return true;
  }

  private List<String> texts(String sql) {
    return StreamSupport.stream(await(pool.query(sql).execute()).spliterator(), false)
        .map(row -> row.getString(0))
        .toList();
  }

  private void run(String sql) {
    await(pool.query(sql).execute().replaceWithVoid());
  }

  private static <T> List<T> allAtOnce(int times, Supplier<Uni<T>> what) {
    var all = IntStream.range(0, times).mapToObj(time -> what.get()).toList();
    return await(Uni.join().all(all).andFailFast());
  }

  private static <T> T await(Uni<T> what) {
    return what.await().atMost(Duration.ofSeconds(20));
  }
}
