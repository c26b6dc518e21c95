package dev.latchkey.notification.sms;

import static dev.latchkey.notification.TwilioMood.IS_SILENT;
import static dev.latchkey.notification.TwilioMood.TAKES_AND_IS_SILENT;
import static dev.latchkey.notification.TwilioMood.busy;
import static dev.latchkey.notification.TwilioMood.refuses;
import static dev.latchkey.notification.TwilioThatSendsNothing.FIRST;
import static dev.latchkey.notification.TwilioThatSendsNothing.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.DeliveryEvent.MessageDelivered;
import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.event.Message.AddressTaken;
import dev.latchkey.contracts.event.Message.PhoneCode.Use;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.notification.Rows;
import dev.latchkey.notification.TwilioMood;
import dev.latchkey.notification.TwilioThatSendsNothing;
import dev.latchkey.notification.WithTwilio;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attacks 42 and 45: trouble with Twilio, never two charges for one code, and what a text says. */
@QuarkusTest
@TestProfile(WithTwilio.class)
class SmsTest {

  /** Every test begins later than the one before, when its trouble is forgotten. */
  private static final AtomicInteger HOURS = new AtomicInteger();

  @Inject MessageSeal seal;
  @Inject MovableClock clock;

  private final Sms sms = Sms.some();

  @BeforeEach
  void all_is_well() {
    clock.advance(Duration.ofHours(HOURS.incrementAndGet()));
    TwilioThatSendsNothing.reset(clock);
  }

  @AfterEach
  void time_is_real_again() {
    clock.reset();
  }

  @Test
  void a_code_is_handed_over_once_however_often_it_was_asked_for() {
    var asked = sms.asked(seal, clock, Use.SIGN_IN, Duration.ofMinutes(10));

    var event = OtherServiceSays.that(asked);
    OtherServiceSays.again(event, asked);
    sms.settles("sent");
    OtherServiceSays.again(event, asked);

    assertThat(sms.said(MessageDelivered.class)).isEmpty();
    assertThat(sms.texts()).hasSize(1);
    var text = sms.texts().getFirst();
    assertThat(text.form())
        .containsEntry("To", sms.number())
        .containsEntry("From", TwilioThatSendsNothing.FROM)
        .containsEntry("StatusCallback", "http://127.0.0.1:8080/twilio/status?message=" + sms.id());
    assertThat(Integer.parseInt(text.form().get("ValidityPeriod"))).isBetween(500, 600);
    assertThat(sms.column("provider_id")).isEqualTo(text.sid());
  }

  // Attack 45.
  @Test
  @Tag("attack-45")
  void a_text_names_the_product_and_binds_the_code_to_its_pages_and_has_no_link() {
    sms.ask(seal, clock);
    var another = Sms.some();
    another.ask(seal, clock, Use.SET_UP, Duration.ofMinutes(10));
    sms.settles("sent");
    another.settles("sent");

    var text = sms.texts().getFirst().body();
    assertThat(text)
        .contains("Latchkey", "to sign in", "Never tell", sms.code())
        .endsWith("\n@127.0.0.1 #" + sms.code())
        .doesNotContain("http", "://", "www", sms.number(), sms.account().toString())
        .hasSizeLessThanOrEqualTo(160)
        .matches("[\\x20-\\x7E\\n]+");
    assertThat(another.texts().getFirst().body())
        .contains("to add this phone")
        .endsWith("\n@127.0.0.1 #" + another.code())
        .hasSizeLessThanOrEqualTo(160);
  }

  @Test
  @Tag("attack-42")
  void who_is_busy_is_left_alone_as_long_as_it_asks() {
    TwilioThatSendsNothing.moods(FIRST, busy(60));
    TwilioThatSendsNothing.moods(SECOND, busy(30));
    sms.ask(seal, clock);
    Sms.await(() -> sms.state().equals("requested") && sms.attempts() == 1);
    assertThat(Duration.between(clock.instant(), due())).isGreaterThan(Duration.ofSeconds(25));

    clock.advance(Duration.ofSeconds(31));
    sms.settles("sent");

    assertThat(sms.attempts()).isEqualTo(2);
    assertThat(sms.texts()).hasSize(1);
    assertThat(sms.texts().getFirst().account()).isEqualTo(SECOND);
  }

  @Test
  @Tag("attack-42")
  void who_is_broken_is_asked_again_and_charges_once() {
    TwilioThatSendsNothing.moods(FIRST, refuses(500, 20500), refuses(503, 20503));
    TwilioThatSendsNothing.moods(SECOND, new TwilioMood.Says(500, "<h1>Oops</h1>"));

    sms.ask(seal, clock);
    sms.settles("sent");

    assertThat(sms.attempts()).isEqualTo(2);
    assertThat(sms.texts()).hasSize(1);
    assertThat(TwilioThatSendsNothing.requests())
        .as("the SDK would have repeated each of them")
        .filteredOn(request -> request.startsWith("POST"))
        .hasSizeLessThanOrEqualTo(4);
  }

  // Attack 42.
  @Test
  @Tag("attack-42")
  void a_text_that_was_taken_in_silence_is_found_and_not_sent_again() {
    TwilioThatSendsNothing.moods(FIRST, TAKES_AND_IS_SILENT);
    sms.ask(seal, clock);
    Sms.await(() -> sms.column("in_doubt").equals("true"));

    clock.advance(Duration.ofSeconds(10));
    sms.settles("sent");

    assertThat(sms.texts()).hasSize(1);
    assertThat(sms.column("provider_id")).isEqualTo(sms.texts().getFirst().sid());
    assertThat(sms.attempts()).isEqualTo(2);
  }

  @Test
  void a_text_that_was_not_taken_is_sent_after_looking_for_it() {
    TwilioThatSendsNothing.moods(FIRST, IS_SILENT);
    sms.ask(seal, clock);
    Sms.await(() -> sms.column("in_doubt").equals("true"));

    clock.advance(Duration.ofSeconds(10));
    sms.settles("sent");

    assertThat(sms.texts()).hasSize(1);
    assertThat(sms.texts().getFirst().account())
        .as("who was silent a moment ago is not asked first")
        .isEqualTo(SECOND);
  }

  @Test
  void who_dies_while_sending_leaves_a_doubt_and_no_second_text() {
    sms.ask(seal, clock);
    sms.settles("sent");

    var again = sms.asked(seal, clock, Use.SIGN_IN, Duration.ofMinutes(10));
    Rows.change(
        "update delivery set state = 'sending', sealed = '%s', provider_id = null, settled_at = null, due_at = '%s' where message = '%s'"
            .formatted(again.sealed(), clock.instant().plus(Duration.ofMinutes(2)), sms.id()));
    clock.advance(Duration.ofMinutes(3));
    sms.settles("sent");

    assertThat(sms.texts()).hasSize(1);
  }

  @Test
  @Tag("attack-42")
  void another_account_sends_what_the_first_one_can_not() {
    TwilioThatSendsNothing.moods(FIRST, refuses(400, 21606));

    sms.ask(seal, clock);
    sms.settles("sent");

    assertThat(sms.texts()).hasSize(1);
    assertThat(sms.texts().getFirst().form())
        .containsEntry("MessagingServiceSid", TwilioThatSendsNothing.SERVICE)
        .doesNotContainKey("From");
    assertThat(sms.attempts()).isEqualTo(1);
  }

  @Test
  void a_number_that_can_not_get_texts_is_not_tried_with_another_account() {
    TwilioThatSendsNothing.moods(FIRST, refuses(400, 21614));

    sms.ask(seal, clock);
    sms.settles("failed");

    assertThat(sms.texts()).isEmpty();
    assertThat(sms.said(MessageFailed.class))
        .extracting(MessageFailed::reason)
        .containsExactly("no_mobile_number");
  }

  @Test
  void what_can_not_be_sent_in_time_fails() {
    var down = Collections.nCopies(20, refuses(503, 20503));
    TwilioThatSendsNothing.moods(FIRST, down.toArray(TwilioMood[]::new));
    TwilioThatSendsNothing.moods(SECOND, down.toArray(TwilioMood[]::new));

    sms.ask(seal, clock, Use.SIGN_IN, Duration.ofSeconds(5));
    sms.settles("failed");

    assertThat(sms.attempts()).isGreaterThan(1);
    assertThat(sms.texts()).isEmpty();
    assertThat(sms.said(MessageFailed.class))
        .extracting(MessageFailed::reason)
        .containsExactly("expired");
  }

  @Test
  void a_silent_provider_holds_no_mail_up() {
    var silent = Collections.nCopies(40, IS_SILENT).toArray(TwilioMood[]::new);
    TwilioThatSendsNothing.moods(FIRST, silent);
    TwilioThatSendsNothing.moods(SECOND, silent);
    var texts = Stream.generate(Sms::some).limit(20).toList();
    texts.forEach(text -> text.ask(seal, clock));
    var mail = new MessageId(UUID.randomUUID());
    var letter = new AddressTaken(mail + "@example.com");

    OtherServiceSays.that(
        new MessageRequested(
            sms.account(),
            clock.instant(),
            mail,
            seal.seal(mail, letter),
            clock.instant().plusSeconds(600)));

    Sms.await(() -> Rows.count("delivery where state = 'sent' and message = '" + mail + "'") == 1);
    assertThat(texts).as("texts still wait").anyMatch(text -> text.attempts() == 0);
  }

  private Instant due() {
    return OffsetDateTime.parse(
            sms.column("due_at").replace(' ', 'T').replaceAll("([+-]\\d\\d)$", "$1:00"))
        .toInstant();
  }
}
