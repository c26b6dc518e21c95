package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Quiet;
import dev.latchkey.e2e.store.Heard;
import dev.latchkey.e2e.store.HeldRelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Events come late, or their hearer is behind: what protects an account waits for neither. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 5)
@Isolated
class LateEventsIT {

  private static final Duration AT_ONCE = Slack.of(Duration.ofSeconds(2));

  /** Longer than a busy machine takes for a message anyway. */
  private static final Duration BEHIND = Duration.ofSeconds(5);

  /** The event is no hurry: the cut is asked for directly. */
  private static final Duration SAID = Slack.of(Duration.ofSeconds(5));

  private static final String NOTICE = "Two-factor authentication is on";

  private final Platform platform;
  private final Api api;
  private Person erin;
  private SignedIn here;
  private SignedIn there;

  LateEventsIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    erin = platform.people().stranger("erin");
    here = new SignedIn("", "", "");
    there = here;
  }

  @BeforeEach
  void erin_is_about_to_switch_two_factor_on() {
    erin = platform.people().signedUp("erin");
    here = erin.signIn("here");
    there = erin.signIn("there");
    erin.startEnrolment(here);
    Quiet.await(platform);
  }

  @Test
  @Tag("attack-70")
  void while_no_event_is_published_two_factor_cuts_at_once_and_the_mail_is_late() {
    try (var relay = HeldRelay.of(platform.postgres(), Owner.MFA)) {
      assertCutsAtOnce();
      assertThat(enabled()).isEmpty();
      assertThat(erin.mailbox().mailsAbout(NOTICE)).isEmpty();
      assertThat(relay).isNotNull();
    }
    assertToldOnce();
  }

  @Test
  @Tag("attack-70")
  void while_notices_are_not_heard_two_factor_cuts_at_once_and_the_mail_is_late()
      throws InterruptedException {
    var before = lateSeconds();
    try (var behind = platform.service(Owner.NOTIFICATION).process().pause()) {
      assertCutsAtOnce();
      await().atMost(SAID).until(() -> !enabled().isEmpty());
      assertThat(erin.mailbox().mailsAbout(NOTICE)).isEmpty();
      TimeUnit.MILLISECONDS.sleep(BEHIND.toMillis());
      assertThat(behind).isNotNull();
    }
    assertToldOnce();
    assertThat(lateSeconds() - before).isGreaterThan(BEHIND.toSeconds());
  }

  private void assertCutsAtOnce() {
    var receipt = erin.confirming(here).send();

    assertThat(receipt).hasStatus(200).hasText("/cascade", "done");
    assertThat(receipt.took()).isLessThan(AT_ONCE);
    assertThat(page(there)).isRefused(401, "unauthorized");
    assertThat(page(here)).hasStatus(200);
    assertThat(erin.signingIn().sendPatiently()).isRefused(403, "two_factor");
  }

  private void assertToldOnce() {
    erin.mailbox().mailAbout(NOTICE);
    Quiet.await(platform);
    assertThat(erin.mailbox().mailsAbout(NOTICE)).hasSize(1);
    assertThat(platform.events().about(erin.account(here), "SessionsRevoked")).hasSize(1);
  }

  private List<Heard> enabled() {
    return platform.events().about(erin.account(here), "MfaEnabled");
  }

  /** What all messages of mfa-service together have waited for notification-service. */
  private double lateSeconds() {
    return platform
        .service(Owner.NOTIFICATION)
        .metric("latchkey_hearing_delay_seconds_sum", "topic=\"latchkey.mfa\"");
  }

  private Answer page(SignedIn session) {
    return api.get("/account").bearer(session.token()).send();
  }
}
