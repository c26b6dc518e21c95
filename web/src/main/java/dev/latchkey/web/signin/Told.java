package dev.latchkey.web.signin;

import org.jspecify.annotations.Nullable;

/** What somebody has just done who is led to the sign-in page, as its address says it. */
enum Told {
  /** Nothing. */
  NOTHING,
  /** The link of the mail: there is an account now. */
  VERIFIED,
  /** A new password by mail: nothing is signed in any more. */
  PASSWORD_SET;

  static Told of(@Nullable String word) {
    return switch (word) {
      case "verified" -> VERIFIED;
      case "password-set" -> PASSWORD_SET;
      case null, default -> NOTHING;
    };
  }
}
