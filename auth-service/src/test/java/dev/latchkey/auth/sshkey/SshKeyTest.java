package dev.latchkey.auth.sshkey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.identitykey.Identities;
import dev.latchkey.auth.identitykey.IdentitySigning;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.AccountEvent.SshKeyAdded;
import dev.latchkey.contracts.event.AccountEvent.SshKeyRemoved;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SshKeyTest {

  private static final String ED25519 = SshKeySamples.ED25519;

  @Inject IdentitySigning signing;
  @Inject RandomIds ids;
  @Inject OriginSeal origins;
  private AccountId ann = new AccountId(new UUID(0, 0));
  private AccountId ben = ann;

  @BeforeEach
  void twoPeople() {
    sql("delete from ssh_key");
    ann = person();
    ben = person();
  }

  @Test
  void a_key_is_added_listed_shown_and_removed() {
    var added = add(ann, ED25519 + " my laptop\n").statusCode(201).extract().jsonPath();

    assertThat(added.getString("public_key")).isEqualTo(ED25519 + " my laptop");
    assertThat(added.getString("comment")).isEqualTo("my laptop");
    assertThat(added.getString("email")).isEqualTo(ann + "@example.com");
    assertThat(added.getString("fingerprint"))
        .isEqualTo("31:11:0b:df:6e:2d:6e:b0:04:7d:42:0a:47:85:5c:65");
    assertThat(added.getString("created_at")).isEqualTo(added.getString("updated_at"));
    assertThat(list(ann)).isEqualTo(List.of(added.getMap("")));

    for (var name :
        List.of(
            added.getString("id"),
            added.getString("fingerprint"),
            added.getString("fingerprint_sha256").replace('+', '-').replace('/', '_'))) {
      var shown = show(ann, name).statusCode(200);
      assertThat(shown.extract().jsonPath().getMap("")).isEqualTo(added.getMap(""));
    }

    var removed = remove(ann, added.getString("id")).statusCode(200);
    assertThat(removed.extract().jsonPath().getMap("")).isEqualTo(added.getMap(""));
    assertThat(list(ann)).isEmpty();
  }

  @Test
  void what_happened_is_said_and_where_it_came_from_is_sealed() {
    var id = add(ann, ED25519).statusCode(201).extract().jsonPath().getString("id");
    remove(ann, id).statusCode(200);

    try (var log = EventLog.of(Topic.ACCOUNT)) {
      var added = log.await(SshKeyAdded.class, ann);
      var removed = log.await(SshKeyRemoved.class, ann);

      assertThat(added.key()).isEqualTo(removed.key()).hasToString(id);
      assertThat(added.fingerprint())
          .isEqualTo("SHA256:sH0xdvLBpR0m0CW6j6mABAaKD0ie2A1J5e7C673y6uE");
      assertThat(origins.open(ann, added.origin())).isEqualTo(new Origin("192.0.2.7", "a test"));
    }
  }

  @Test
  void a_key_belongs_to_one_account() {
    add(ann, ED25519).statusCode(201);

    var again = add(ann, ED25519 + " another comment").statusCode(422).extract().body().asString();
    var others = add(ben, ED25519).statusCode(422).extract().body().asString();

    assertThat(others).isEqualTo(again).contains("public_key: is already in use.");
    assertThat(list(ben)).isEmpty();
  }

  @Test
  void the_same_key_many_times_at_once_is_added_once() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var statuses =
          threads
              .invokeAll(
                  IntStream.range(0, 40)
                      .<Callable<Integer>>mapToObj(
                          i -> () -> add(i % 2 == 0 ? ann : ben, ED25519).extract().statusCode())
                      .toList())
              .stream()
              .map(SshKeyTest::result)
              .toList();

      assertThat(statuses).containsOnly(201, 422).filteredOn(status -> status == 201).hasSize(1);
    }
    assertThat(list(ann).size() + list(ben).size()).isEqualTo(1);
  }

  @Test
  void other_peoples_keys_are_not_there() {
    var id = add(ann, ED25519).extract().jsonPath().getString("id");

    for (var name : List.of(id, "31:11:0b:df:6e:2d:6e:b0:04:7d:42:0a:47:85:5c:65", "x", "%31")) {
      show(ben, name).statusCode(404);
      remove(ben, name).statusCode(404);
    }

    assertThat(list(ann)).hasSize(1);
  }

  @Test
  void a_credential_from_before_the_cut_changes_nothing() {
    var id = add(ann, ED25519).extract().jsonPath().getString("id");

    sql("update account set epoch = 2 where id = '" + ann + "'");

    add(ann, SshKeySamples.RSA_2048).statusCode(401);
    remove(ann, id).statusCode(401);
    assertThat(list(ann)).hasSize(1);
    try (var log = EventLog.of(Topic.ACCOUNT)) {
      log.await(SshKeyAdded.class, ann);
      assertThat(log.all(SshKeyRemoved.class, ann, Duration.ofSeconds(1))).isEmpty();
      assertThat(log.all(SshKeyAdded.class, ann, Duration.ZERO)).hasSize(1);
    }
  }

  @Test
  void what_is_no_key_is_refused_by_the_fields_name() {
    for (var text : List.of("", "ssh-rsa AAAA", SshKeySamples.RSA_1024, ED25519 + "\n" + ED25519)) {
      var body = add(ann, text).statusCode(422).extract().jsonPath();
      assertThat(body.getString("id")).isEqualTo("invalid_params");
      assertThat(body.getString("message")).startsWith("public_key: ");
    }
    assertThat(list(ann)).isEmpty();
  }

  @Test
  void a_body_of_the_wrong_shape_is_refused() {
    for (var body :
        List.of(
            "{}",
            "null",
            "[]",
            "",
            "{\"public_key\":null}",
            "{\"public_key\":7}",
            "{\"public_key\":{\"a\":1}}",
            "{\"public_key\":\"a\\u0000b\"}",
            "{\"public_key\":")) {
      var status = post(ann, body).extract().statusCode();
      assertThat(status).as(body).isBetween(400, 422);
    }
  }

  private ValidatableResponse add(AccountId account, String key) {
    return post(account, Map.of("public_key", key));
  }

  private ValidatableResponse post(AccountId account, Object body) {
    return as(account, Verb.POST, "/account/keys").body(body).post("/account/keys").then();
  }

  private ValidatableResponse show(AccountId account, String name) {
    var path = "/account/keys/" + name;
    return as(account, Verb.GET, path).get(path).then();
  }

  private ValidatableResponse remove(AccountId account, String name) {
    var path = "/account/keys/" + name;
    return as(account, Verb.DELETE, path).delete(path).then();
  }

  private List<Map<String, Object>> list(AccountId account) {
    return as(account, Verb.GET, "/account/keys")
        .get("/account/keys")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("");
  }

  private RequestSpecification as(AccountId account, Verb verb, String path) {
    var identity = signing.sign(Identities.forOne(account, 1, verb, path));
    return given()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .header("Latchkey-Identity", identity);
  }

  private AccountId person() {
    var account = new AccountId(ids.next());
    sql(
        "insert into account (id, email, password_hash, created_at, updated_at)"
            + " values ('%1$s', '%1$s@example.com', '-', now(), now())".formatted(account));
    return account;
  }

  private static void sql(String statement) {
    try (var database = RealStores.database("auth");
        var run = database.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T result(Future<T> future) {
    return future.resultNow();
  }
}
