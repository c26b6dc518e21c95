package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code latch-operator}: people who run the platform help one who has an account. */
@OnThePlatform
class OperatorIT {

  private static final int BUDGET = 10;
  private static final int REFUSED = 1;
  private static final int NOT_FOUND = 7;

  /** Rounds are 15 s apart. */
  private static final Duration A_ROUND = Slack.of(Duration.ofSeconds(45));

  private final Platform platform;
  private final Machine anna;
  private final Machine bert;
  private final Person carol;
  private final SignedIn laptop;
  private final String account;

  OperatorIT(Platform platform) {
    this.platform = platform;
    anna = Machine.at(platform).ofOperator(platform, "operator");
    bert = Machine.at(platform).ofOperator(platform, "operator.second");
    carol = platform.people().signedUp("carol");
    laptop = carol.signIn("laptop");
    account = carol.account(laptop);
  }

  @BeforeEach
  void only_where_it_was_installed() {
    assumeTrue(System.getProperty("latchkey.e2e.latch", "").isEmpty(), "another latch was given");
  }

  @Test
  void who_has_lost_the_second_factor_gets_in_by_two_operators_after_72_hours() {
    carol.enrol(laptop);

    anna.operates(0, "account", carol.email());
    anna.operates(0, "two-factor:removal:ask", carol.email());
    assertThat(carol.mailbox().mailAbout("asked to switch two-factor off")).contains("operator");
    anna.operates(REFUSED, "two-factor:removal:approve", carol.email());
    bert.operates(0, "two-factor:removal:approve", carol.email());
    assertThat(carol.mailbox().mailAbout("will be switched off")).contains("72 hours");
    assertThat(carol.signingIn().sendPatiently()).isRefused(403, "two_factor");

    hoursGoBy();
    await()
        .atMost(A_ROUND)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(carol.signingIn().sendPatiently()).hasStatus(201));

    bert.operates(NOT_FOUND, "two-factor:removal", carol.email());
    assertThat(bert.operates(0, "account:events", carol.email()))
        .contains("Two-factor switched off");
    anna.hasShown("operator-removal-anna");
  }

  @Test
  void who_uses_the_second_factor_meanwhile_keeps_it() {
    carol.enrol(laptop);
    anna.operates(0, "two-factor:removal:ask", carol.email());
    bert.operates(0, "two-factor:removal:approve", carol.email());
    carol.signInWithCode();

    assertThat(carol.mailbox().mailAbout("Two-factor stays on")).contains("was used");
    bert.operates(NOT_FOUND, "two-factor:removal", carol.email());
    hoursGoBy();
    assertThat(carol.signingIn().sendPatiently()).isRefused(403, "two_factor");
  }

  @Test
  void who_is_locked_out_need_not_wait_and_who_is_robbed_is_signed_out() {
    for (int i = 0; i < BUDGET; i++) {
      platform.api().post("/sessions").basic(carol.email(), "not this " + i).sendPatiently();
    }
    assertThat(carol.signingIn().sendPatiently()).isRefused(429, "rate_limit");

    anna.operates(0, "account:unlock", carol.email());
    assertThat(carol.signingIn().sendPatiently()).hasStatus(201);

    anna.operates(0, "account:sign-out", carol.email(), "--yes");
    assertThat(platform.api().get("/account").bearer(laptop.token()).send())
        .isRefused(401, "unauthorized");
    assertThat(carol.mailbox().mailAbout("We signed you out everywhere")).contains("operator");
  }

  /** Three days are what unit tests wait, with a clock of their own. */
  private void hoursGoBy() {
    platform
        .postgres()
        .execute(
            Owner.MFA,
            "update two_factor_removal set due_at = now() where account = '%s'".formatted(account));
  }
}
