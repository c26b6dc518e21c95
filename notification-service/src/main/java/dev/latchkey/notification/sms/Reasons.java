package dev.latchkey.notification.sms;

import java.util.Map;
import java.util.Optional;

/** Twilio's error codes as plain words; a code without one is nothing that people can act on. */
final class Reasons {

  /** Said at once: they are about the number, and another sender would hear the same. */
  private static final Map<Integer, String> ABOUT_THE_NUMBER =
      Map.of(
          21211, "invalid_number",
          21214, "invalid_number",
          21217, "invalid_number",
          21265, "invalid_number",
          21408, "country_not_served",
          21610, "opted_out",
          21614, "no_mobile_number",
          60410, "blocked");

  /** Said later, when the network gave up. */
  private static final Map<Integer, String> UNDELIVERED =
      Map.of(
          30003, "unreachable",
          30004, "blocked",
          30005, "invalid_number",
          30006, "no_mobile_number",
          30007, "filtered",
          30034, "filtered",
          30036, "expired",
          30453, "blocked");

  private Reasons() {}

  /** Why this number gets no text; empty when it is the sender that can't. */
  static Optional<String> aboutTheNumber(int code) {
    return Optional.ofNullable(ABOUT_THE_NUMBER.get(code));
  }

  /** Why a text that was taken did not arrive. */
  static String undelivered(int code) {
    return aboutTheNumber(code).orElseGet(() -> UNDELIVERED.getOrDefault(code, "not_delivered"));
  }
}
