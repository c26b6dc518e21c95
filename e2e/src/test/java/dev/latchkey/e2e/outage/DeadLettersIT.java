package dev.latchkey.e2e.outage;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.store.EventLog;
import dev.latchkey.e2e.store.Heard;
import dev.latchkey.e2e.store.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A record that cannot be handled holds nobody up, and comes back when it can be. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 4)
@Isolated
@Tag("attack-67")
class DeadLettersIT {

  /** Five tries of an ear take fifteen seconds. */
  private static final Duration AFTERWARDS = Slack.of(Duration.ofSeconds(40));

  private final Platform platform;
  private final EventLog events;

  DeadLettersIT(Platform platform) {
    this.platform = platform;
    events = platform.events();
  }

  @Test
  void a_poisoned_record_is_set_aside_and_what_stands_behind_it_takes_effect() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn("here");
    var there = erin.signIn("there");
    var account = erin.account(here);
    var atAuth = deadLettered(Owner.AUTH);
    var atNotification = deadLettered(Owner.NOTIFICATION);

    events.say(List.of(new Heard(Topic.MFA.topic(), account, Map.of(), "poison")));
    erin.enrol(here);

    awaitLogLine(here, "mfa_enabled");
    await().atMost(AFTERWARDS).until(events::allHeard);
    assertThat(platform.api().get("/account").bearer(there.token()).send()).hasStatus(401);
    assertThat(deadLettered(Owner.AUTH)).isEqualTo(atAuth + 1);
    assertThat(deadLettered(Owner.NOTIFICATION)).isEqualTo(atNotification + 1);
    for (var hearer : List.of(Owner.AUTH, Owner.NOTIFICATION)) {
      assertThat(letters(Topic.MFA, hearer, account))
          .singleElement()
          .satisfies(letter -> {
            assertThat(letter.text()).isEqualTo("poison");
            assertThat(letter.headers())
                .containsEntry("dead-letter-reason", "ce_proof is missing")
                .containsEntry("dead-letter-topic", Topic.MFA.topic());
          });
    }
    assertThat(platform.dev("replay", Topic.MFA.topic(), "--list"))
        .contains(Topic.MFA.deadLetters(Owner.AUTH), "unreadable", "ce_proof is missing");
  }

  @Test
  void what_an_ear_could_not_do_is_done_by_a_replay_once_the_cause_is_gone() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn("here");
    var account = erin.account(here);
    var letters = Topic.ACCOUNT.deadLetters(Owner.NOTIFICATION);
    try (var bug = Refusal.ofLogLine(platform.postgres(), account, "password_changed")) {
      erin.changePassword(here, "a later " + erin.password());
      await()
          .atMost(AFTERWARDS)
          .until(() -> !letters(Topic.ACCOUNT, Owner.NOTIFICATION, account).isEmpty());
      assertThat(bug).isNotNull();
    }
    var id = letters(Topic.ACCOUNT, Owner.NOTIFICATION, account).getFirst().id();
    var epoch = epoch(account);
    awaitLogLine(here, "sessions_revoked");
    assertThat(log(here)).doesNotContain(line("password_changed"));

    assertThat(platform.dev("replay", letters, "--list")).contains(id, "PasswordChanged");
    assertThat(platform.dev("replay", letters)).contains(id, "sent back");

    awaitLogLine(here, "password_changed");
    assertThat(platform.dev("replay", letters, "--list")).doesNotContain(id);
    await().atMost(AFTERWARDS).until(events::allHeard);
    assertThat(letters(Topic.ACCOUNT, Owner.NOTIFICATION, account)).hasSize(1);
    assertThat(events.about(account, "PasswordChanged"))
        .filteredOn(one -> one.topic().equals(Topic.ACCOUNT.topic()))
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.headers()).doesNotContainKey("dead-letter-reason"));
    assertThat(epoch(account)).isEqualTo(epoch);
    assertThat(platform.api().get("/account").bearer(here.token()).send()).hasStatus(200);
  }

  private double deadLettered(Owner hearer) {
    return platform.service(hearer).metric("latchkey_hearing_total", "outcome=\"dead_lettered\"");
  }

  private List<Heard> letters(Topic topic, Owner hearer, String account) {
    return events.about(account).stream()
        .filter(heard -> heard.topic().equals(topic.deadLetters(hearer)))
        .toList();
  }

  private void awaitLogLine(SignedIn session, String type) {
    await().atMost(AFTERWARDS).untilAsserted(() -> assertThat(log(session)).contains(line(type)));
  }

  private static String line(String type) {
    return "\"type\":\"%s\"".formatted(type);
  }

  private String log(SignedIn session) {
    return platform.api().get("/account/security-log").bearer(session.token()).send().body();
  }

  private long epoch(String account) {
    return platform
        .postgres()
        .number(Owner.AUTH, "select epoch from account where id = ?", UUID.fromString(account));
  }
}
