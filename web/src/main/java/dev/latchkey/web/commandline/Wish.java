package dev.latchkey.web.commandline;

import dev.latchkey.web.commandline.CommandLineApi.Login;
import dev.latchkey.web.page.Fault;
import java.time.Instant;

/**
 * What the page shows.
 *
 * @param codeAsked whether a second factor has to be shown once more
 */
record Wish(Login login, boolean codeAsked, Fault fault) {

  private static final int MINUTE = 60;

  public boolean waiting() {
    return login.state().equals("waiting");
  }

  public boolean denied() {
    return login.state().equals("denied");
  }

  /** Approved; its terminal knows, or will in a moment. */
  public boolean approved() {
    return !waiting() && !denied();
  }

  public String code() {
    return login.code();
  }

  public String description() {
    return login.description();
  }

  public String client() {
    return login.client();
  }

  public String ip() {
    return login.ip();
  }

  public Instant since() {
    return login.createdAt();
  }

  /** Until it can't be approved any more; the minute that has begun counts. */
  public long minutesLeft() {
    return (login.expiresIn() + MINUTE - 1) / MINUTE;
  }

  /** The page itself: it takes the decision. */
  public String address() {
    return "/dashboard/cli/" + login.id();
  }
}
