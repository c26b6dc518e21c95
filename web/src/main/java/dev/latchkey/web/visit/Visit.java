package dev.latchkey.web.visit;

import dev.latchkey.web.account.Account;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The request that is being answered: whose it is, and from where. Filled in by the filters. */
@Named
@RequestScoped
public class Visit {

  private @Nullable String session;
  private @Nullable String device;
  private @Nullable Account account;
  private String formToken = "";
  private String ip = "";
  private String agent = "";

  /** Token of the session that the browser's cookie holds; may be dead. */
  public Optional<String> session() {
    return Optional.ofNullable(session);
  }

  /** Token of a browser that showed a second factor before. */
  public Optional<String> device() {
    return Optional.ofNullable(device);
  }

  /** Whose page it is; only where the page asks for a sign-in. */
  public Account account() {
    if (account == null) {
      throw new IllegalStateException("this page is not @SignedIn");
    }
    return account;
  }

  /** Who that is, for pages that both kinds of visitors see. */
  public Optional<Account> known() {
    return Optional.ofNullable(account);
  }

  /** The hidden value of each form of this page. */
  public String formToken() {
    return formToken;
  }

  /** The browser's address, as the gateway saw it. */
  public String ip() {
    return ip;
  }

  /** What the browser calls itself. */
  public String agent() {
    return agent;
  }

  void from(String address, String browser) {
    this.ip = address;
    this.agent = browser;
  }

  void forms(String token) {
    this.formToken = token;
  }

  void holds(@Nullable String sessionToken, @Nullable String deviceToken) {
    this.session = sessionToken;
    this.device = deviceToken;
  }

  /** From here on the request speaks with another session: a new one, or a renewed one. */
  public void goOnAs(String sessionToken) {
    this.session = sessionToken;
  }

  void belongsTo(Account owner) {
    this.account = owner;
  }
}
