package dev.latchkey.web.authorization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form for a new authorization, as it was typed. */
record NewAuthorization(String description, String scope, String expiry, String until) {

  /** What an authorization may reach (docs/scopes.md), the widest first. */
  private static final List<String> SCOPES =
      List.of("global", "identity", "read", "write", "read-protected", "write-protected");

  /** Most are for three months or less, and a token that nobody remembers should end by itself. */
  static final NewAuthorization BLANK = new NewAuthorization("", "global", "90", "");

  static NewAuthorization typed(
      @Nullable String description,
      @Nullable String scope,
      @Nullable String expiry,
      @Nullable String until) {
    return new NewAuthorization(
        text(description),
        text(scope),
        Expiry.CHOICES.contains(text(expiry)) ? text(expiry) : Expiry.ON_DATE,
        text(until));
  }

  public List<String> scopes() {
    return SCOPES;
  }

  public List<String> expiries() {
    return Expiry.CHOICES;
  }

  boolean scopeChosen() {
    return SCOPES.contains(scope);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
