package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.http.Salvo;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.SecondWayIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Recovery codes and sessions where two auth-services and two mfa-services decide: what one of them
 * has taken, the other does not give again. (An app's codes are in {@link CodeGuessingIT}.)
 */
@OnThePlatform
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoReplicasIT {

  private static final int AT_ONCE = 4;
  private static final int ROUNDS = 3;
  private static final Duration SOON = Slack.of(Duration.ofSeconds(15));

  private final Platform platform;
  private final Api api;
  private final SecondWayIn second;
  private Person dave;
  private SignedIn here;
  private List<String> codes = List.of();

  TwoReplicasIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    second = platform.secondWayIn();
    dave = platform.people().stranger("dave");
    here = new SignedIn("", "", "");
  }

  @AfterAll
  void one_way_in_is_enough_again() {
    second.close();
  }

  @BeforeEach
  void dave_has_two_factor_and_ten_codes() {
    dave = platform.people().signedUp("dave");
    here = dave.signIn("laptop");
    dave.enrol(here);
    codes = newCodes();
  }

  @Test
  @Tag("attack-27")
  void one_recovery_code_in_30_requests_over_both_signs_in_once_and_one_code_is_gone() {
    var code = codes.getFirst();

    var answers =
        Salvo.of(
            30,
            AT_ONCE,
            i -> either(i).post("/sessions").basic(dave.email(), dave.password()).code(code));

    var statuses = answers.stream().map(Answer::status).toList();
    // Whoever passed and was not answered in time was told 503.
    boolean anyTurnedAway = statuses.contains(503);
    assertThat(Salvo.count(answers, 201)).as("%s", statuses).isBetween(anyTurnedAway ? 0L : 1L, 1L);
    assertThat(statuses).isSubsetOf(201, 401, 429, 503);
    assertThat(unused()).isEqualTo(9);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(platform.events().about(account(), "RecoveryCodeUsed")).hasSize(1));
  }

  /** Whoever sits at the prompt with an old code gets in before the new ones are made, or never. */
  @Test
  @Tag("attack-28")
  void codes_made_at_one_replica_kill_the_old_ones_for_whoever_waits_at_the_other() {
    for (int round = 0; round < ROUNDS; round++) {
      var old = codes;
      var first = dave.challenge();
      var last = dave.challenge();

      var racing = answering(first, old.getFirst()).sendAsync();
      codes = newCodes();
      var late = answering(last, old.getLast()).sendPatiently();

      assertThat(racing.join().status()).as("%s", racing.join()).isIn(201, 401, 503);
      assertThat(late).isRefused(401, "invalid_two_factor_code");
      assertThat(unused()).as("none of the new ones was taken for an old one").isEqualTo(10);
      assertThat(answering(dave.challenge(), codes.getFirst()).sendPatiently()).hasStatus(201);
    }
  }

  @Test
  @Tag("attack-50")
  void a_renewed_token_is_the_only_one_at_both() {
    var renewed = api.post("/sessions/~/actions/renew").bearer(here.token()).send();
    assertThat(renewed).hasStatus(201);
    var token = Known.secret(renewed.text("/token"));

    for (var way : Stream.of(api, second.api()).toList()) {
      assertThat(page(way, here.token())).isRefused(401, "unauthorized");
      assertThat(page(way, token)).hasStatus(200);
    }
  }

  /** Without a code: the session has shown one a moment ago. */
  private List<String> newCodes() {
    var answer =
        api.post("/account/recovery-codes")
            .bearer(here.token())
            .password(dave.password())
            .sendPatiently();
    assertThat(answer).hasStatus(201);
    var fresh = answer.json().valueStream().map(JsonNode::asText).toList();
    fresh.forEach(code -> Known.secret(code.replace("-", "")));
    return fresh.stream().map(Known::secret).toList();
  }

  private Call answering(String challenge, String code) {
    return second.api().post("/sessions").challenge(challenge).code(code);
  }

  private Api either(int call) {
    return call % 2 == 0 ? api : second.api();
  }

  private static Answer page(Api way, String token) {
    return way.get("/account").bearer(token).sendPatiently();
  }

  private String account() {
    return dave.account(here);
  }

  /** As PostgreSQL has them. */
  private long unused() {
    return platform
        .postgres()
        .number(
            Owner.MFA,
            """
            select count(*) from recovery_code c join recovery_code_set s on s.id = c.code_set
            where s.account = ? and c.used_at is null
            """,
            UUID.fromString(account()));
  }
}
