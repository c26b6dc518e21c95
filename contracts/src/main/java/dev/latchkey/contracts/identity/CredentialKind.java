package dev.latchkey.contracts.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a request came with. See docs/glossary.md for the words. */
public enum CredentialKind {
  /** A signed-in browser or command line ({@code lkse_}). */
  SESSION,
  /** A sign-in of the command line ({@code lkat_}): dies with the epoch. */
  LOGIN_AUTHORIZATION,
  /** A standing, explicit token ({@code lkat_}): survives the cascade. */
  AUTHORIZATION,
  /** The account's one default credential ({@code lkak_}). */
  API_KEY,
  /** E-mail and password, and the second factor where one is due: a whole sign-in. */
  PASSWORD,
  /** E-mail and password while the second factor is still due: good for asking an SMS only. */
  FIRST_FACTOR;

  /** Credentials that stand for a person who signed in before. */
  public static final Set<CredentialKind> TOKENS =
      Set.copyOf(EnumSet.of(SESSION, LOGIN_AUTHORIZATION, AUTHORIZATION, API_KEY));

  /**
   * Those that the command line's sign-in takes in the place of the password. Not a session: it has
   * idle times and an end that a sign-in made from it would outlive.
   */
  public static final Set<CredentialKind> PASSWORD_LIKE =
      Set.copyOf(EnumSet.of(LOGIN_AUTHORIZATION, AUTHORIZATION, API_KEY));

  /** The word in the identity's {@code kind} claim. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with that word, or nothing when there is none. */
  public static Optional<CredentialKind> parse(String text) {
    return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }
}
