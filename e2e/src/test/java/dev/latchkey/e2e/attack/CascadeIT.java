package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Salvo;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Fifty other sessions end at once, whichever process is asked. */
@OnThePlatform
@Isolated
@Tag("attack-47")
class CascadeIT {

  private static final int OTHERS = 50;
  private static final Duration SOON = Slack.of(Duration.ofSeconds(1));

  private final Platform platform;
  private final Api api;

  CascadeIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  void fifty_other_sessions_end_with_the_confirmation() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    var others = erin.signIn(OTHERS);

    var receipt = erin.enrol(here);
    var asked = Salvo.of(OTHERS, i -> api.get("/account").bearer(others.get(i).token()));

    assertThat(receipt.json().at("/receipt/sessions_ended")).hasSize(OTHERS);
    assertThat(receipt.took()).isLessThan(SOON.multipliedBy(2));
    assertThat(asked).allSatisfy(answer -> assertThat(answer).isRefused(401, "unauthorized"));
    assertThat(api.get("/account").bearer(here.token()).send()).hasStatus(200);
  }

  @Test
  void a_second_replica_refuses_them_within_a_second() {
    try (var replica = platform.secondWayIn()) {
      var erin = platform.people().signedUp("erin");
      var here = erin.signIn();
      var others = erin.signIn(OTHERS);
      var beside = replica.api();
      assertThat(asked(beside, others.getFirst().token())).hasStatus(200);

      erin.enrol(here);
      var confirmed = System.nanoTime();
      await()
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> asked(beside, others.getFirst().token()).status() == 401);
      var all = Salvo.of(OTHERS, i -> beside.get("/account").bearer(others.get(i).token()));

      assertThat(Duration.ofNanos(System.nanoTime() - confirmed)).isLessThan(SOON.multipliedBy(2));
      // A busy replica turns some away, which believes nobody; asked again it refuses them all.
      assertThat(all).allSatisfy(answer -> assertThat(answer.status()).isIn(401, 503));
      assertThat(others)
          .allSatisfy(other ->
              assertThat(beside.get("/account").bearer(other.token()).sendPatiently())
                  .isRefused(401, "unauthorized"));
      assertThat(asked(beside, here.token())).hasStatus(200);
    }
  }

  @Test
  void the_cascade_takes_effect_once() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    var account = erin.account(here);
    var before = epoch(account);

    erin.enrol(here);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(platform.events().about(account))
                .extracting(dev.latchkey.e2e.store.Heard::fact)
                .contains("MfaEnabled", "SessionsRevoked", "ApiKeyRotated"));
    assertThat(epoch(account)).isEqualTo(before + 1);
    assertThat(platform.events().about(account, "SessionsRevoked")).hasSize(1);
    assertThat(platform.events().about(account, "ApiKeyRotated")).hasSize(1);
  }

  @Test
  void a_sign_in_of_the_command_line_ends_and_a_standing_authorization_stays() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    var standing = erin.authorize(here, "read");
    var cli =
        api.post("/oauth/authorizations")
            .basic(erin.email(), erin.password())
            .json(Map.of("description", "Heroku CLI login", "expires_in", 2592000))
            .send();
    var token = dev.latchkey.e2e.person.Known.secret(cli.text("/access_token/token"));
    assertThat(asked(api, token)).hasStatus(200);

    var receipt = erin.enrol(here);

    assertThat(asked(api, token)).isRefused(401, "unauthorized");
    assertThat(asked(api, standing)).hasStatus(200);
    assertThat(receipt.json().at("/receipt/authorizations_ended")).hasSize(1);
    assertThat(receipt.json().at("/receipt/authorizations_remaining")).hasSize(1);
  }

  private static Answer asked(Api way, String token) {
    return way.get("/account").bearer(token).send();
  }

  private long epoch(String account) {
    return platform
        .postgres()
        .number(Owner.AUTH, "select epoch from account where id = ?", UUID.fromString(account));
  }
}
