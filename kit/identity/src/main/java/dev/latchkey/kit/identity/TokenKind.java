package dev.latchkey.kit.identity;

/** What an opaque token is for; the prefix says it to people and to secret scanners. */
public enum TokenKind {
  SESSION("lkse_"),
  AUTHORIZATION("lkat_"),
  API_KEY("lkak_"),
  DEVICE("lkdv_"),
  CHALLENGE("lkch_"),
  ONE_TIME("lkot_"),
  BROWSER_LOGIN("lkbl_"),
  CLIENT_SECRET("lkcs_"),
  GRANT("lkgc_"),
  REFRESH("lkrt_");

  private final String prefix;

  TokenKind(String prefix) {
    this.prefix = prefix;
  }

  /** How a token of this kind begins: five characters. */
  public String prefix() {
    return prefix;
  }
}
