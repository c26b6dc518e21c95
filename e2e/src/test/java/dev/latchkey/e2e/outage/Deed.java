package dev.latchkey.e2e.outage;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Something that makes one service say a fact, of which the person gets one mail. */
enum Deed {
  PASSWORD_CHANGED(Owner.AUTH, "PasswordChanged"),
  ACCOUNT_CLOSED(Owner.AUTH, "AccountClosed"),
  TWO_FACTOR_ON(Owner.MFA, "MfaEnabled"),
  AUTHORIZATION_MADE(Owner.TOKEN, "AuthorizationCreated"),
  MAIL_SENT(Owner.NOTIFICATION, "MessageDelivered");

  private final Owner speaker;
  private final String fact;

  Deed(Owner speaker, String fact) {
    this.speaker = speaker;
    this.fact = fact;
  }

  Owner speaker() {
    return speaker;
  }

  String fact() {
    return fact;
  }

  /** True when the deed ends all other sessions. */
  boolean cuts() {
    return this == PASSWORD_CHANGED || this == TWO_FACTOR_ON || this == ACCOUNT_CLOSED;
  }

  /** True when nothing of the account is left. */
  boolean closes() {
    return this == ACCOUNT_CLOSED;
  }

  /** What has to come before, while nothing is held. */
  void prepare(Person person, SignedIn session) {
    if (this == TWO_FACTOR_ON) {
      person.startEnrolment(session);
    }
    if (this == ACCOUNT_CLOSED) {
      person.enrol(session);
    }
  }

  /** Does it; the answer may never come. */
  CompletableFuture<Answer> begin(Api api, Person person, SignedIn session) {
    return switch (this) {
      case PASSWORD_CHANGED ->
          api.patch("/account")
              .bearer(session.token())
              .json(
                  Map.of(
                      "password",
                      person.password(),
                      "new_password",
                      Known.secret("entirely new " + person.password())))
              .sendAsync();
      case ACCOUNT_CLOSED ->
          api.delete("/account")
              .bearer(session.token())
              .password(person.password())
              .code(person.authenticator().freshCode())
              .sendAsync();
      case TWO_FACTOR_ON -> person.confirming(session).sendAsync();
      case AUTHORIZATION_MADE ->
          api.post("/oauth/authorizations")
              .bearer(session.token())
              .json(Map.of("description", "made in a crash"))
              .sendAsync();
      // Whoever signs up with an address that has an account gets no link: its owner is told.
      case MAIL_SENT ->
          api.post("/users")
              .json(Map.of("email", person.email(), "password", person.password()))
              .sendAsync();
    };
  }
}
