package dev.latchkey.contracts.identity;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method by which somebody proved who they are; the words are those of RFC 8176 where it has one.
 */
public enum Proof {
  PASSWORD("pwd"),
  TOTP("otp"),
  SMS("sms"),
  RECOVERY_CODE("recovery_code"),
  /** A device that is known from an earlier full sign-in; moves attempts to a pool of its own. */
  KNOWN_DEVICE("device");

  private final String text;

  Proof(String text) {
    this.text = text;
  }

  /** The word in the {@code amr} claim and in events. */
  @com.fasterxml.jackson.annotation.JsonValue
  public String text() {
    return text;
  }

  /** True for everything that is asked after the password. */
  public boolean secondFactor() {
    return this == TOTP || this == SMS || this == RECOVERY_CODE;
  }

  /** True for a second factor that counts for step-up: a text message can be redirected. */
  public boolean strong() {
    return this == TOTP || this == RECOVERY_CODE;
  }

  /** The method with that word, or nothing when there is none. */
  public static Optional<Proof> parse(String text) {
    return Stream.of(values()).filter(proof -> proof.text.equals(text)).findFirst();
  }

  /**
   * The method with that word.
   *
   * @throws IllegalArgumentException when there is none
   */
  @com.fasterxml.jackson.annotation.JsonCreator
  public static Proof of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("unknown method"));
  }
}
