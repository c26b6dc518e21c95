package dev.latchkey.token.lastuse;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.internally;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.token.Rows;
import dev.latchkey.token.Tokens.Minted;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LastUsesTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

  @Inject LastUses uses;
  @Inject MovableClock clock;

  @AfterEach
  void time_is_real_again() {
    clock.reset();
  }

  @Test
  void its_owner_sees_when_and_from_where_it_was_last_used() {
    var alice = anAccount();
    var one = mint(session(alice));
    assertThat(shown(alice, one).getString("last_used_at")).isNull();

    clock.set(NOON);
    use(one, "192.0.2.7", "heroku-cli/11.10.0 linux");
    write();

    var shown = shown(alice, one);
    assertThat(shown.getString("last_used_at")).isEqualTo(NOON.toString());
    assertThat(shown.getString("last_used_ip")).isEqualTo("192.0.2.7");
    assertThat(shown.getString("last_used_client")).isEqualTo("heroku-cli/11.10.0");
    assertThat(shown.getString("updated_at")).isEqualTo(one.json().getString("updated_at"));
  }

  @Test
  void it_is_written_once_an_hour_however_often_it_is_used() {
    var alice = anAccount();
    var one = mint(session(alice));
    clock.set(NOON);
    use(one, "192.0.2.7", "curl/8");
    write();

    clock.set(NOON.plus(Duration.ofMinutes(59)));
    use(one, "192.0.2.8", "curl/8");
    write();
    var within = shown(alice, one).getString("last_used_ip");
    clock.set(NOON.plus(Duration.ofMinutes(60)));
    use(one, "192.0.2.9", "curl/8");
    write();

    assertThat(within).isEqualTo("192.0.2.7");
    assertThat(shown(alice, one).getString("last_used_ip")).isEqualTo("192.0.2.9");
  }

  @Test
  void what_is_in_the_table_does_not_tell_from_where() {
    var one = mint(session(anAccount()));

    use(one, "192.0.2.7", "curl/8");
    write();

    assertThat(Rows.of("select last_used_from from authorizations where id = '" + one.id() + "'"))
        .singleElement()
        .asString()
        .doesNotContain("192.0.2.7", "curl");
  }

  @Test
  void a_dead_token_is_not_used() {
    var alice = anAccount();
    var one = mint(session(alice));
    as(session(alice)).delete(PATH + "/" + one.id()).then().statusCode(200);

    use(one, "192.0.2.7", "curl/8");
    write();

    assertThat(
            Rows.count("authorizations where last_used_at is not null and id = '" + one.id() + "'"))
        .isZero();
  }

  @Test
  void an_edge_that_does_not_say_from_where_is_answered_too() {
    var alice = anAccount();
    var one = mint(session(alice));

    assertThat(active(one)).isTrue();
    write();

    assertThat(shown(alice, one).getString("last_used_at")).isNotNull();
    assertThat(shown(alice, one).getString("last_used_ip")).isNull();
  }

  private static void use(Minted one, String ip, String client) {
    internally()
        .body(
            "{\"token\":\"%s\",\"ip\":\"%s\",\"client\":\"%s\"}".formatted(one.text(), ip, client))
        .post("/internal/introspect")
        .then()
        .statusCode(200);
  }

  private static JsonPath shown(AccountId account, Minted one) {
    return as(session(account)).get(PATH + "/" + one.id()).jsonPath();
  }

  private void write() {
    try {
      VertxContextSupport.subscribeAndAwait(() -> uses.write());
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }
}
