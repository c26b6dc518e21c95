package dev.latchkey.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.wire.EventJson;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final AccountId ALICE = Facts.anAccount();

  private final Event fact = Spoken.accountClosed(ALICE);

  @Test
  void a_right_record_is_an_event() {
    var id = new EventId(UUID.randomUUID());

    var reading = Reading.of(Spoken.of(id, fact).asHeard());

    assertThat(reading).isEqualTo(new Reading.Known(new Heard<>(id, fact)));
  }

  @Test
  @Tag("attack-69")
  void a_field_that_a_newer_speaker_adds_is_ignored() {
    var body = EventJson.write(fact).replace("}", ",\"more\":{\"a\":[1]}}");

    assertThat(Reading.of(Spoken.of(fact).body(body).asHeard())).isInstanceOf(Reading.Known.class);
  }

  @Test
  @Tag("attack-69")
  void a_type_that_nobody_knows_yet_is_unknown() {
    var newer = Spoken.of(fact).with("ce_type", "dev.latchkey.account.PasskeyAdded.v1");

    assertThat(Reading.of(newer.asHeard()))
        .isEqualTo(new Reading.Unknown("dev.latchkey.account.PasskeyAdded.v1"));
  }

  @Test
  void headers_that_are_missing_or_wrong_make_it_unreadable() {
    assertUnreadable(Spoken.of(fact).without("ce_specversion"));
    assertUnreadable(Spoken.of(fact).with("ce_specversion", "2.0"));
    assertUnreadable(Spoken.of(fact).without("ce_type"));
    assertUnreadable(Spoken.of(fact).without("ce_id"));
    assertUnreadable(Spoken.of(fact).with("ce_id", "7"));
    assertUnreadable(Spoken.of(fact).without("ce_time"));
    assertUnreadable(Spoken.of(fact).with("ce_time", "yesterday"));
    assertUnreadable(Spoken.of(fact).without("ce_subject"));
  }

  @Test
  void a_body_that_is_not_of_the_type_makes_it_unreadable() {
    assertUnreadable(Spoken.of(fact).withoutBody());
    assertUnreadable(Spoken.of(fact).body(""));
    assertUnreadable(Spoken.of(fact).body("{"));
    assertUnreadable(Spoken.of(fact).body("null"));
    assertUnreadable(Spoken.of(fact).body("[]"));
    assertUnreadable(Spoken.of(fact).body("{\"account\":\"%s\"}".formatted(ALICE)));
    assertUnreadable(Spoken.of(fact).body("{\"account\":7,\"at\":\"2026-11-21T10:15:30Z\"}"));
    assertUnreadable(Spoken.of(fact).body(EventJson.write(fact) + "{}"));
    assertUnreadable(Spoken.of(fact).with("ce_type", "dev.latchkey.account.SignedIn.v1"));
  }

  @Test
  void a_number_that_is_missing_is_not_zero() {
    var used = Facts.codeUsed(ALICE, 3);
    var body = EventJson.write(used).replace("\"left\":3,", "");

    assertUnreadable(Spoken.of(used).body(body));
  }

  @Test
  void a_record_about_two_accounts_is_unreadable() {
    assertUnreadable(Spoken.of(fact).with("ce_subject", Facts.anAccount().toString()));
    assertUnreadable(Spoken.of(fact).key(Facts.anAccount().toString()));
  }

  @Test
  void a_type_on_a_topic_of_another_speaker_is_unreadable() {
    assertUnreadable(Spoken.of(fact).on("latchkey.mfa"));
  }

  private static void assertUnreadable(Spoken spoken) {
    assertThat(Reading.of(spoken.asHeard())).isInstanceOf(Reading.Unreadable.class);
  }
}
