package dev.latchkey.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused.Reason;
import dev.latchkey.contracts.event.AccountEvent.SignedIn;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Message.AccountGone;
import dev.latchkey.contracts.event.Message.AddressLeaving;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.sealing.WordsSeal;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import dev.latchkey.notification.Mailbox;
import dev.latchkey.notification.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticesTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Origin HOME = new Origin("192.0.2.7", "curl/8.5");
  private static final int TIMES = 3;

  @Inject OriginSeal origins;
  @Inject AddressSeal addresses;
  @Inject WordsSeal words;
  @Inject MessageSeal messages;
  @Inject MovableClock clock;

  private final AccountId alice = new AccountId(UUID.randomUUID());
  private final Mailbox inbox = new Mailbox(UUID.randomUUID() + "@example.com");

  @AfterEach
  void time_is_real_again() {
    clock.reset();
  }

  // Attacks 46 and 66.
  @Test
  @Tag("attack-46")
  @Tag("attack-66")
  void each_event_is_one_mail_however_often_and_in_whatever_order_it_comes() {
    reachable(inbox);
    var deeds = new Deeds(alice, NOON, origin(HOME), words.seal(alice, "Codespaces"));
    var told = deeds.told();
    var said = new ArrayList<Said>();
    told.values().forEach(fact -> said.add(new Said(fact)));
    deeds.untold().forEach(fact -> said.add(new Said(fact)));
    var records = new ArrayList<Said>();
    Collections.nCopies(TIMES, said).forEach(records::addAll);
    Collections.shuffle(records, new Random(66));

    records.forEach(record -> OtherServiceSays.again(record.id(), record.fact()));

    heard(said.size());
    settled(told.size());
    assertThat(subjects())
        .containsExactlyInAnyOrderElementsOf(
            told.keySet().stream().map(subject -> "[Latchkey] " + subject).toList());
  }

  @Test
  void a_mail_says_what_when_and_where_from_and_what_to_do() {
    reachable(inbox);

    OtherServiceSays.that(new PasswordChanged(alice, NOON, false, origin(HOME)));

    settled(1);
    var mail = plain(inbox.mails().getFirst());
    assertThat(mail)
        .contains("Your password was changed. All other sessions ended")
        .contains("When: 2026-11-21 12:00:00 UTC")
        .contains("From address: 192.0.2.7")
        .contains("With: curl/8.5")
        .contains("IF THIS WASN'T YOU")
        .contains("1. Go to Latchkey as you always do, not by a link in a mail")
        .contains("multipart/alternative")
        .contains("<li>With: curl/8.5</li>")
        .contains("Auto-Submitted: auto-generated");
    assertThat(mail)
        .doesNotContain("http:", "https:", "href", "token=", "lkot_", "lkse_", "test-1.");
  }

  @Test
  void a_changed_address_is_told_at_both() {
    reachable(inbox);
    var old = new Mailbox(UUID.randomUUID() + "@example.com");
    var fact = new EmailChanged(alice, NOON, addresses.seal(alice, old.address()), origin(HOME));
    var event = OtherServiceSays.that(fact);
    OtherServiceSays.again(event, fact);

    settled(2);

    assertThat(subjects()).containsExactly("[Latchkey] Your address was changed");
    assertThat(old.mails()).hasSize(1);
    assertThat(plain(old.mails().getFirst()))
        .contains("write to support@latchkey.test")
        .doesNotContain(inbox.address());
  }

  @Test
  void tries_with_the_right_password_are_one_mail_an_hour() {
    reachable(inbox);
    for (int i = 0; i < TIMES; i++) {
      OtherServiceSays.that(refused(i));
    }
    heard(TIMES);
    settled(1);

    clock.advance(Duration.ofMinutes(61));
    OtherServiceSays.that(refused(TIMES));
    heard(TIMES + 1);
    settled(2);

    assertThat(subjects())
        .containsExactly(
            "[Latchkey] Your password was used with a wrong code",
            "[Latchkey] Your password was used with a wrong code");
  }

  @Test
  void where_no_second_factor_is_asked_a_new_place_is_a_new_device() {
    reachable(inbox);
    OtherServiceSays.that(signedIn(0, HOME));
    OtherServiceSays.that(signedIn(1, HOME));
    OtherServiceSays.that(signedIn(2, new Origin("198.51.100.9", "curl/8.5")));
    heard(3);

    settled(2);

    assertThat(inbox.mails()).hasSize(2);
  }

  @Test
  void a_mail_waits_until_auth_service_can_tell_the_address() {
    OtherServiceStandIn.of(Owner.AUTH).answer(path(), 503, "{}");
    OtherServiceSays.that(new PasswordChanged(alice, NOON, false, origin(HOME)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> deliveries("attempts > 1 and state <> 'sent'") == 1);

    reachable(inbox);

    settled(1);
    assertThat(inbox.mails()).hasSize(1);
  }

  @Test
  void a_mail_to_an_account_that_is_gone_is_given_up() {
    OtherServiceStandIn.of(Owner.AUTH).answer(path(), 404, "{}");

    OtherServiceSays.that(new PasswordChanged(alice, NOON, false, origin(HOME)));

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> deliveries("state = 'failed' and reason = 'no_address'") == 1);
  }

  @Test
  void what_a_mail_told_is_erased_once_it_is_sent() {
    reachable(inbox);

    OtherServiceSays.that(new PasswordChanged(alice, NOON, false, origin(HOME)));

    settled(1);
    assertThat(Rows.of("select d::text from delivery d where account = '" + alice + "'"))
        .hasSize(1)
        .noneMatch(row -> row.contains("192.0.2.7") || row.contains(inbox.address()));
  }

  @Test
  void a_closed_account_is_told_at_the_address_it_had() {
    var id = new MessageId(UUID.randomUUID());
    var letter = new AccountGone(inbox.address(), NOON, HOME);
    var now = clock.instant();

    OtherServiceSays.that(
        new MessageRequested(alice, now, id, messages.seal(id, letter), now.plusSeconds(600)));

    settled(1);
    assertThat(subjects()).containsExactly("[Latchkey] Your account was closed");
    assertThat(plain(inbox.mails().getFirst())).contains("From address: 192.0.2.7");
  }

  @Test
  void whoever_loses_an_address_is_told_at_it_before() {
    var id = new MessageId(UUID.randomUUID());
    var letter = new AddressLeaving(inbox.address(), NOON, HOME);
    var now = clock.instant();

    OtherServiceSays.that(
        new MessageRequested(alice, now, id, messages.seal(id, letter), now.plusSeconds(600)));

    settled(1);
    assertThat(subjects()).containsExactly("[Latchkey] Somebody wants to change your address");
    assertThat(plain(inbox.mails().getFirst())).contains("A new password stops it");
  }

  /** An event with the id under which it is said, again and again. */
  private record Said(EventId id, Event fact) {
    Said(Event fact) {
      this(new EventId(UUID.randomUUID()), fact);
    }
  }

  private SignInRefused refused(int seconds) {
    return new SignInRefused(
        alice, NOON.plusSeconds(seconds), Reason.WRONG_SECOND_FACTOR, origin(HOME));
  }

  private SignedIn signedIn(int seconds, Origin place) {
    var session = new SessionId(UUID.randomUUID());
    var at = NOON.plusSeconds(seconds);
    return new SignedIn(alice, at, session, List.of(Proof.PASSWORD), true, origin(place));
  }

  private void reachable(Mailbox at) {
    OtherServiceStandIn.of(Owner.AUTH)
        .answer(path(), 200, "{\"emails\":[\"%s\"]}".formatted(at.address()));
  }

  private String path() {
    return "GET /internal/accounts/" + alice + "/addresses";
  }

  private String origin(Origin origin) {
    return origins.seal(alice, origin);
  }

  private void heard(int events) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> Rows.count("security_event where account = '" + alice + "'") == events);
  }

  /** So many are sent, none waits, and a moment later it is still so. */
  private void settled(int mails) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> deliveries("state = 'sent'") == mails);
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(20))
        .until(() -> deliveries("true") == mails);
  }

  private int deliveries(String condition) {
    return Rows.count(
        "delivery where channel = 'mail' and account = '" + alice + "' and " + condition);
  }

  private List<String> subjects() {
    return inbox.mails().stream()
        .flatMap(mail -> mail.lines().filter(line -> line.startsWith("Subject: ")))
        .map(line -> line.substring("Subject: ".length()).strip())
        .toList();
  }

  /** Without the soft line breaks and escapes of quoted-printable, and with plain line ends. */
  private static String plain(String mail) {
    return mail.replace("\r\n", "\n").replace("=\n", "").replace("=3D", "=").replace("=27", "'");
  }
}
