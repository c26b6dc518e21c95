package dev.latchkey.web.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the account page. */
@MessageBundle("account")
public interface AccountMessages {

  @Message("Account")
  String title();
}
