package dev.latchkey.token.cascade;

import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.ask;
import static dev.latchkey.token.Tokens.mint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Regenerating the API key raises no epoch: the key itself has to be remembered as replaced. */
@QuarkusTest
class KeyRaceTest {

  private static final int ROUNDS = 15;
  private static final int REQUESTS = 6;

  @Test
  void nothing_is_made_with_a_key_that_was_heard_to_be_replaced() {
    var alice = anAccount();
    var old = new Key(alice, UUID.randomUUID());

    old.isReplaced();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(old::isKnownAsReplaced);

    ask(old.bearer(), "{}").statusCode(409).body("id", equalTo("security_changed"));
    ask(old.bearer().asPassword(), "{}").statusCode(409);
    assertThat(Rows.authorizations(alice)).isZero();
    assertThat(mint(new Key(alice, UUID.randomUUID()).bearer()).id()).isNotNull();
  }

  @Test
  void nothing_that_passed_the_edge_with_the_old_key_is_alive_after_it_was_replaced() {
    var keys =
        IntStream.range(0, ROUNDS).mapToObj(i -> new Key(anAccount(), UUID.randomUUID())).toList();

    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var key : keys) {
        for (int i = 0; i < REQUESTS; i++) {
          crowd.execute(
              () -> assertThat(ask(key.bearer(), "{}").extract().statusCode()).isLessThan(500));
        }
        crowd.execute(key::isReplaced);
      }
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> keys.stream().allMatch(Key::isKnownAsReplaced));
    for (var key : keys) {
      assertThat(
              Rows.count(
                  "authorizations where ended_at is null and account = '" + key.account() + "'"))
          .isZero();
    }
  }

  private record Key(AccountId account, UUID id) {

    TestIdentity bearer() {
      return TestIdentity.of(account).credential(CredentialKind.API_KEY, id);
    }

    void isReplaced() {
      var _ = OtherServiceSays.that(new ApiKeyRotated(account, Instant.now(), null, id, "sealed"));
    }

    boolean isKnownAsReplaced() {
      return Rows.count("replaced_api_key where key = '" + id + "'") == 1;
    }
  }
}
