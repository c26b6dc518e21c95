package dev.latchkey.notification.phoneline;

import com.twilio.rest.lookups.v2.PhoneNumber;
import dev.latchkey.notification.twilio.Reply;
import dev.latchkey.notification.twilio.TwilioAccount;
import dev.latchkey.notification.twilio.TwilioAccounts;
import dev.latchkey.notification.twilio.TwilioThreads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks Twilio's Lookup what a number is. No answer is made up and none is kept. */
@ApplicationScoped
class PhoneLines {

  private static final String FIELDS = "line_type_intelligence";
  private static final int NOT_FOUND = 404;

  private final TwilioAccounts accounts;
  private final TwilioThreads threads;

  PhoneLines(TwilioAccounts accounts, TwilioThreads threads) {
    this.accounts = accounts;
    this.threads = threads;
  }

  /**
   * A line.
   *
   * @param carrier whose it is; null when that is not known
   */
  record PhoneLine(LineType type, @Nullable String carrier) {
    static final PhoneLine UNKNOWN = new PhoneLine(LineType.UNKNOWN, null);
  }

  /** What the number is; empty when nobody can tell now. */
  Uni<Optional<PhoneLine>> of(String number) {
    return threads.look(() -> ask(number));
  }

  private Optional<PhoneLine> ask(String number) {
    for (var account : accounts.all()) {
      switch (ask(account, number)) {
        case Reply.Done<PhoneNumber> done -> {
          return Optional.of(line(done.value()));
        }
        case Reply.Refused<PhoneNumber> refused when refused.status() == NOT_FOUND -> {
          return Optional.of(PhoneLine.UNKNOWN);
        }
        default -> {
          // The next account may be better off.
        }
      }
    }
    return Optional.empty();
  }

  private static Reply<PhoneNumber> ask(TwilioAccount account, String number) {
    return account.askQuickly(
        client -> PhoneNumber.fetcher(number).setFields(FIELDS).fetch(client));
  }

  private static PhoneLine line(PhoneNumber found) {
    var line = found.getLineTypeIntelligence();
    return line == null || line.getErrorCode() != null
        ? PhoneLine.UNKNOWN
        : new PhoneLine(LineType.ofTwilio(line.getType()), line.getCarrierName());
  }
}
