package dev.latchkey.e2e.outage;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Something that makes one service say a fact. */
enum Deed {
  PASSWORD_CHANGED(Owner.AUTH, "PasswordChanged"),
  TWO_FACTOR_ON(Owner.MFA, "MfaEnabled"),
  AUTHORIZATION_MADE(Owner.TOKEN, "AuthorizationCreated");

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
    return this != AUTHORIZATION_MADE;
  }

  /** What has to come before, while nothing is held. */
  void prepare(Person person, SignedIn session) {
    if (this == TWO_FACTOR_ON) {
      person.startEnrolment(session);
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
                      dev.latchkey.e2e.person.Known.secret("entirely new " + person.password())))
              .sendAsync();
      case TWO_FACTOR_ON -> person.confirming(session).sendAsync();
      case AUTHORIZATION_MADE ->
          api.post("/oauth/authorizations")
              .bearer(session.token())
              .json(Map.of("description", "made in a crash"))
              .sendAsync();
    };
  }
}
