package dev.latchkey.auth.password;

/** What {@link PasswordPolicy} says about a new password. */
public sealed interface PasswordVerdict {

  /** It may be used. */
  record Accepted() implements PasswordVerdict {}

  /**
   * It may not be used.
   *
   * @param message says why and what to do instead, for the person who typed it
   */
  record Refused(Reason reason, String message) implements PasswordVerdict {}

  /** Why a password is refused. */
  enum Reason {
    TOO_SHORT,
    COMMON,
    SERVICE_NAME,
    EMAIL,
    REPETITION,
    SEQUENCE,
    TOKEN
  }
}
