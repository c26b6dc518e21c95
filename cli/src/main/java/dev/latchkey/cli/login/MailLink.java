package dev.latchkey.cli.login;

/** A link that came by mail: only the token in it is used, whatever host the rest names. */
public final class MailLink {

  private MailLink() {}

  /** The token at the end of a link, or the text itself. */
  public static String token(String link) {
    var text = link.strip();
    return text.substring(text.lastIndexOf('=') + 1);
  }
}
