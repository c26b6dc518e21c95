package dev.latchkey.mfa.sms;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.kit.budget.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which limits a text message falls under, the narrow ones first. */
@ApplicationScoped
class SmsCaps {

  private static final Limit ACCOUNT_MINUTE = limit("sms-account-minute", 1, SmsRequests.INTERVAL);
  private static final Limit CHALLENGE = limit("sms-challenge", 5, Duration.ofHours(1));
  private static final Limit ACCOUNT_DAY = day("sms-account", 10);
  private static final Limit NUMBER_DAY = day("sms-number", 10);

  /**
   * Half of a number's day: with accounts of his own somebody can have codes for set-up sent to a
   * stranger's number, and must not use up what that person needs to sign in.
   */
  private static final Limit NUMBER_SET_UP = day("sms-number-set-up", 5);

  private final Limit networkDay;
  private final Limit rangeDay;
  private final Limit countryDay;

  SmsCaps(SmsConfig config) {
    networkDay = day("sms-network", config.perNetworkAndDay());
    rangeDay = day("sms-range", config.perRangeAndDay());
    countryDay = day("sms-country", config.perCountryAndDay());
  }

  List<Cap> of(SmsOrder order) {
    var account = order.account().toString();
    var number = order.number();
    var caps = new ArrayList<Cap>();
    caps.add(new Cap(ACCOUNT_MINUTE, account));
    if (order.challenge() != null) {
      caps.add(new Cap(CHALLENGE, order.challenge()));
    }
    caps.add(new Cap(ACCOUNT_DAY, account));
    if (order.use() == PhoneCode.Use.SET_UP) {
      caps.add(new Cap(NUMBER_SET_UP, number.e164()));
    }
    caps.add(new Cap(NUMBER_DAY, number.e164()));
    SenderNetwork.of(order.ip()).ifPresent(network -> caps.add(new Cap(networkDay, network)));
    caps.add(new Cap(rangeDay, number.range()));
    caps.add(new Cap(countryDay, number.country()));
    return List.copyOf(caps);
  }

  private static Limit day(String name, int attempts) {
    return limit(name, attempts, Duration.ofDays(1));
  }

  /** The wait does not grow: who asks too often guesses nothing. */
  private static Limit limit(String name, int attempts, Duration window) {
    return new Limit(name, attempts, window, window);
  }

  /** A limit and whom it counts. */
  record Cap(Limit limit, String key) {

    @Override
    public String toString() {
      return "Cap[" + limit.name() + "]";
    }
  }
}
