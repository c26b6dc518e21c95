package dev.latchkey.notification.sms;

import dev.latchkey.notification.twilio.TwilioAccount;
import dev.latchkey.notification.twilio.TwilioAccounts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which account's turn it is: the first one's, unless it was in trouble a moment ago, and never
 * that of one who asked to be left alone. Each process finds out by itself.
 */
@Singleton
final class Turns {

  private static final Duration TROUBLE = Duration.ofMinutes(1);

  private final TwilioAccounts accounts;
  private final Clock clock;
  private final Map<String, Instant> troubled = new ConcurrentHashMap<>();
  private final Map<String, Instant> resting = new ConcurrentHashMap<>();

  Turns(TwilioAccounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Those that may be asked, the best one first. */
  List<TwilioAccount> inTurn() {
    var now = clock.instant();
    return accounts.all().stream()
        .filter(account -> !after(resting, account, now))
        .sorted(Comparator.comparing(account -> after(troubled, account, now)))
        .toList();
  }

  /** How long until one of them may be asked again; nothing when one may be asked now. */
  Duration rest() {
    var now = clock.instant();
    return accounts.all().stream()
        .map(account -> Duration.between(now, resting.getOrDefault(account.name(), now)))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** It did not work with this one: for a while others go first. */
  void trouble(TwilioAccount account) {
    troubled.put(account.name(), clock.instant().plus(TROUBLE));
  }

  /** It asked to be left alone for so long. */
  void rest(TwilioAccount account, Duration wait) {
    resting.put(account.name(), clock.instant().plus(wait));
  }

  private static boolean after(Map<String, Instant> until, TwilioAccount account, Instant now) {
    return until.getOrDefault(account.name(), Instant.MIN).isAfter(now);
  }
}
