package dev.latchkey.mfa.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/**
 * How many text messages may be sent, and what they may cost. Prices are millionths of whatever
 * currency the operator reckons in.
 */
@ConfigMapping(prefix = "latchkey.sms")
public interface SmsConfig {

  /** A day to numbers that differ in the last four digits only. */
  @WithDefault("30")
  int perRangeAndDay();

  /** A day for whoever asks from one network: an IPv4 /24, an IPv6 /48. */
  @WithDefault("200")
  int perNetworkAndDay();

  /** A day to one country. */
  @WithDefault("2000")
  int perCountryAndDay();

  /** What all messages of a day (UTC) may cost together. */
  @WithDefault("100000000")
  long spendPerDay();

  /** What a message costs, to a country that {@link #priceTo} doesn't name. */
  @WithDefault("100000")
  long price();

  /** What a message to a country costs, by its two letters. */
  Map<String, Long> priceTo();
}
