package dev.latchkey.web.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame around each page. */
@MessageBundle("layout")
public interface LayoutMessages {

  @Message("Latchkey")
  String product();

  @Message("Skip to the content")
  String skip();

  @Message("Account pages")
  String pages();

  @Message("Account")
  String account();

  @Message("Two-factor")
  String twoFactor();

  @Message("Applications")
  String applications();

  @Message("Sessions")
  String sessions();

  @Message("API key")
  String apiKey();

  @Message("SSH keys")
  String sshKeys();

  @Message("Security log")
  String securityLog();

  @Message("Signed in as {email}")
  String signedInAs(String email);

  @Message("Sign out")
  String signOut();

  @Message("Show")
  String show();

  @Message("Hide")
  String hide();

  @Message("Copy")
  String copy();

  @Message("Copied")
  String copied();

  @Message("Cancel")
  String cancel();

  @Message("Your password")
  String yourPassword();

  @Message("Two-factor code")
  String code();

  @Message("From your authenticator app, or one of your recovery codes.")
  String codeHint();
}
