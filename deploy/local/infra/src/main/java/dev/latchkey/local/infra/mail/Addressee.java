package dev.latchkey.local.infra.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** Whom GreenMail would keep mail for in memory, for ever; here the files are all there is. */
record Addressee(String address) implements GreenMailUser {

  @Override
  public String getEmail() {
    return address;
  }

  @Override
  public String getLogin() {
    return address;
  }

  @Override
  public String getQualifiedMailboxName() {
    return address;
  }

  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public void deliver(MovingMessage mail) {
    // kept as a file already
  }

  @Override
  public void deliver(MimeMessage mail) {
    // kept as a file already
  }

  @Override
  public void create() {
    // nothing to make
  }

  @Override
  public void delete() {
    // nothing to delete
  }

  @Override
  public void setPassword(String password) {
    throw new UnsupportedOperationException("mail is only taken here, not fetched");
  }

  @Override
  public void authenticate(String password) {
    throw new UnsupportedOperationException("mail is only taken here, not fetched");
  }
}
