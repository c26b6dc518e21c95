package dev.latchkey.web.oauthclient;

import org.jspecify.annotations.Nullable;

/** The form for a client, as it was typed. */
record OAuthClientForm(String name, String redirectUri, String kind) {

  private static final String PUBLIC = "public";

  static final OAuthClientForm BLANK = new OAuthClientForm("", "", "confidential");

  static OAuthClientForm typed(
      @Nullable String name, @Nullable String redirectUri, @Nullable String kind) {
    return new OAuthClientForm(
        name == null ? "" : name.strip(),
        redirectUri == null ? "" : redirectUri.strip(),
        PUBLIC.equals(kind) ? PUBLIC : BLANK.kind());
  }

  static OAuthClientForm of(OAuthClient client) {
    return new OAuthClientForm(client.name(), client.redirectUri(), BLANK.kind());
  }

  /** Whether it runs where no secret is safe. */
  public boolean open() {
    return kind.equals(PUBLIC);
  }
}
