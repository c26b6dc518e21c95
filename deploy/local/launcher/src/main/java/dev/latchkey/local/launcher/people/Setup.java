package dev.latchkey.local.launcher.people;

/** What a seeded person has beside the password. */
enum Setup {
  /** Nothing. */
  PASSWORD_ONLY,
  /** An authenticator app. */
  APP,
  /** An app, and a recovery phone. */
  APP_AND_PHONE,
  /** An app, and recovery codes; the app is on a phone that is lost. */
  RECOVERY_CODES_ONLY;

  /** True for who has a second factor. */
  boolean twoFactor() {
    return this != PASSWORD_ONLY;
  }
}
