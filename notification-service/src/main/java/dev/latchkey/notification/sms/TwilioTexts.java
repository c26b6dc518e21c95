package dev.latchkey.notification.sms;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.latchkey.notification.twilio.Reply;
import dev.latchkey.notification.twilio.TwilioAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts at Twilio: handing one over, and finding one that may be there. */
final class TwilioTexts {

  /** Twilio's clock and ours. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private static final int SHORTEST_WORTH = 5;
  private static final int LONGEST_WORTH = 36_000;
  private static final long PAGE = 50;

  private TwilioTexts() {}

  /** Hands a text over, once. */
  static Reply<Message> hand(TwilioAccount account, Text text) {
    return account.ask(client -> creator(account, text).create(client));
  }

  /**
   * Looks for a text that an earlier try may have handed over: Twilio has no idempotency keys for
   * messages, but lists them by receiver, the newest first. The same words to the same number are
   * the same text: each code is another, and a number has a handful of texts a day.
   */
  static Reply<Optional<Message>> find(TwilioAccount account, Text text) {
    return account.ask(client -> find(client, text));
  }

  private static Optional<Message> find(TwilioRestClient client, Text text) {
    var oldest = text.asked().minus(CLOCKS_DIFFER);
    return Message.reader()
        .setTo(new PhoneNumber(text.to()))
        .setPageSize(PAGE)
        .firstPage(client)
        .getRecords()
        .stream()
        .filter(found -> found.getBody() != null && found.getBody().contains(text.body()))
        .filter(found -> recent(found.getDateCreated(), oldest))
        .findFirst();
  }

  /** One without a date counts as ours: rather no text than two. */
  private static boolean recent(@Nullable ZonedDateTime created, Instant oldest) {
    return created == null || !created.toInstant().isBefore(oldest);
  }

  private static MessageCreator creator(TwilioAccount account, Text text) {
    var to = new PhoneNumber(text.to());
    var creator =
        account
            .messagingService()
            .map(service -> Message.creator(to, service, text.body()))
            .orElseGet(() ->
                Message.creator(to, new PhoneNumber(account.from().orElseThrow()), text.body()));
    return creator.setStatusCallback(text.callback()).setValidityPeriod(worth(text));
  }

  /** Twilio does not deliver it after that: a code that is dead only confuses. */
  private static int worth(Text text) {
    return (int) Math.clamp(text.worth().toSeconds(), SHORTEST_WORTH, LONGEST_WORTH);
  }
}
