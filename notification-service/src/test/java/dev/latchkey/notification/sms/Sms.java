package dev.latchkey.notification.sms;

import dev.latchkey.contracts.event.DeliveryEvent;
import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.notification.Rows;
import dev.latchkey.notification.TwilioThatSendsNothing;
import dev.latchkey.notification.TwilioThatSendsNothing.KeptText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A code that somebody asks to be sent by SMS, and what became of it. */
record Sms(AccountId account, MessageId id, String number, String code) {

  private static final long SOME_NUMBER = 4_915_100_000_000L;

  static Sms some() {
    var chance = UUID.randomUUID().getMostSignificantBits() >>> 1;
    return new Sms(
        new AccountId(UUID.randomUUID()),
        new MessageId(UUID.randomUUID()),
        "+" + (SOME_NUMBER + chance % 100_000_000L),
        String.valueOf(10_000_000 + chance % 89_999_999));
  }

  EventId ask(MessageSeal seal, Clock clock, PhoneCode.Use use, Duration worth) {
    return OtherServiceSays.that(asked(seal, clock, use, worth));
  }

  EventId ask(MessageSeal seal, Clock clock) {
    return ask(seal, clock, PhoneCode.Use.SIGN_IN, Duration.ofMinutes(10));
  }

  MessageRequested asked(MessageSeal seal, Clock clock, PhoneCode.Use use, Duration worth) {
    var now = clock.instant();
    var sealed = seal.seal(id, new PhoneCode(number, code, use));
    return new MessageRequested(account, now, id, sealed, now.plus(worth));
  }

  /** What the provider took for this number, over all accounts. */
  List<KeptText> texts() {
    return TwilioThatSendsNothing.texts(number);
  }

  Sms settles(String state) {
    await(() -> state().equals(state));
    return this;
  }

  String state() {
    return column("state");
  }

  int attempts() {
    return Integer.parseInt(column("attempts"));
  }

  String column(String name) {
    return String.join(
        "",
        Rows.of(
            "select coalesce(%s::text, '') from delivery where message = '%s'"
                .formatted(name, id)));
  }

  /** All that is said of it within a moment. */
  <E extends DeliveryEvent> List<E> said(Class<E> type) {
    try (var log = EventLog.of(Topic.DELIVERY)) {
      return log.all(type, account, Duration.ofSeconds(2));
    }
  }

  static void await(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(40)).until(condition);
  }
}
