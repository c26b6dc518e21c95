package dev.latchkey.notification.sms;

import com.twilio.rest.api.v2010.account.Message;
import dev.latchkey.notification.delivery.Sending;
import dev.latchkey.notification.delivery.Sending.Deferred;
import dev.latchkey.notification.delivery.Sending.Refused;
import dev.latchkey.notification.delivery.Sending.Taken;
import dev.latchkey.notification.twilio.Reply;
import dev.latchkey.notification.twilio.TwilioAccount;
import dev.latchkey.notification.twilio.TwilioAccounts;
import dev.latchkey.notification.twilio.TwilioThreads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands one text to one of the accounts, and to no more than one: another is asked only when the
 * one before has certainly not taken it. Whether it was taken by one that said nothing is looked up
 * before anything is sent again (docs/adr/0016-sms-gateway.md).
 */
@ApplicationScoped
class SmsGateway {

  /** Until Twilio's list of messages shows one that was taken while we heard nothing. */
  private static final Duration DOUBT = Duration.ofSeconds(5);

  private static final Deferred IN_DOUBT = new Deferred(DOUBT, true);

  private final TwilioAccounts accounts;
  private final TwilioThreads threads;
  private final Turns turns;

  SmsGateway(TwilioAccounts accounts, TwilioThreads threads, Turns turns) {
    this.accounts = accounts;
    this.threads = threads;
    this.turns = turns;
  }

  /** One try. What went wrong is in the answer. */
  Uni<Sending> send(Text text) {
    return accounts.all().isEmpty()
        ? Uni.createFrom().item(new Refused("no_gateway"))
        : threads.send(() -> hand(text));
  }

  private Sending hand(Text text) {
    if (text.inDoubt()) {
      var traced = trace(text);
      if (traced != null) {
        return traced;
      }
    }
    for (var account : turns.inTurn()) {
      var result = hand(account, text);
      if (result != null) {
        return result;
      }
    }
    return new Deferred(turns.rest(), false);
  }

  /** Null when the account has not taken it and another may be asked. */
  private @Nullable Sending hand(TwilioAccount account, Text text) {
    return switch (TwilioTexts.hand(account, text)) {
      case Reply.Done<Message> taken -> new Taken(taken.value().getSid());
      case Reply.Refused<Message> refused -> refused(account, refused.code());
      case Reply.Busy<Message> busy -> {
        turns.rest(account, busy.retryAfter());
        yield null;
      }
      case Reply.Unreached<Message> unreached -> {
        turns.trouble(account);
        yield null;
      }
      case Reply.Broken<Message> broken -> {
        turns.trouble(account);
        yield afterBreaking(account, text);
      }
      case Reply.Silence<Message> silence -> {
        turns.trouble(account);
        yield IN_DOUBT;
      }
    };
  }

  /** Its own trouble (a wrong password, a number that was given back) is not the receiver's. */
  private @Nullable Sending refused(TwilioAccount account, int code) {
    var reason = Reasons.aboutTheNumber(code);
    if (reason.isPresent()) {
      return new Refused(reason.get());
    }
    turns.trouble(account);
    return null;
  }

  /**
   * Twilio answers 5xx for what it has not taken, and its own SDK repeats that at once. We look
   * first; where looking is answered 5xx as well, nothing works over there.
   */
  private static @Nullable Sending afterBreaking(TwilioAccount account, Text text) {
    return switch (TwilioTexts.find(account, text)) {
      case Reply.Done<Optional<Message>> done -> done.value().map(SmsGateway::found).orElse(null);
      case Reply.Broken<Optional<Message>> broken -> null;
      case Reply.Unreached<Optional<Message>> unreached -> null;
      case Reply.Busy<Optional<Message>> busy -> IN_DOUBT;
      case Reply.Refused<Optional<Message>> refused -> IN_DOUBT;
      case Reply.Silence<Optional<Message>> silence -> IN_DOUBT;
    };
  }

  /** What became of a doubtful try; null when no account has it. */
  private @Nullable Sending trace(Text text) {
    for (var account : accounts.all()) {
      if (!(TwilioTexts.find(account, text) instanceof Reply.Done<Optional<Message>>(var found))) {
        return IN_DOUBT;
      }
      if (found.isPresent()) {
        return found(found.get());
      }
    }
    return null;
  }

  private static Sending found(Message message) {
    return switch (message.getStatus()) {
      case FAILED, UNDELIVERED, CANCELED -> {
        Integer code = message.getErrorCode();
        yield new Refused(Reasons.undelivered(code == null ? 0 : code));
      }
      case null, default -> new Taken(message.getSid());
    };
  }
}
