package dev.latchkey.web.page;

import dev.latchkey.web.platform.Refusal;
import jakarta.inject.Singleton;

/**
 * Refusals in words for people who see pages; the API's own words are for programs' authors too.
 */
@Singleton
public class Wording {

  private static final int SOON_SECONDS = 90;
  private static final int MINUTE = 60;

  private final ProblemMessages messages;

  Wording(ProblemMessages messages) {
    this.messages = messages;
  }

  /** What to say of it. */
  public String of(Refusal refusal) {
    return switch (refusal.id()) {
      case "invalid_password" -> messages.wrongPassword();
      case "password_required" -> messages.passwordNeeded();
      case "two_factor" -> messages.codeDue();
      case "invalid_two_factor_code" -> messages.wrongCode();
      case "rate_limit" -> tooMany(refusal);
      case "unavailable", "internal_error" -> messages.unavailable();
      case "not_found" -> messages.notFound();
      case "account_changed", "security_changed" -> messages.changedMeanwhile();
      default -> refusal.words().isEmpty() ? messages.unavailable() : refusal.words();
    };
  }

  /** The code field was left empty. */
  public String codeNeeded() {
    return messages.codeNeeded();
  }

  /** A code was typed, and is not one. */
  public String wrongCode() {
    return messages.wrongCode();
  }

  /** The password field was left empty. */
  public String passwordNeeded() {
    return messages.passwordNeeded();
  }

  private String tooMany(Refusal refusal) {
    long seconds = refusal.retryAfter();
    if (seconds == 0) {
      return messages.tooMany();
    }
    return seconds <= SOON_SECONDS
        ? messages.tooManySeconds(seconds)
        : messages.tooManyMinutes((seconds + MINUTE - 1) / MINUTE);
  }
}
