package dev.latchkey.e2e.secrecy;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.Phone;
import dev.latchkey.e2e.person.PhoneOwner;
import dev.latchkey.e2e.person.SshKeys;
import java.util.List;
import java.util.Map;

/** Somebody who has used everything: whatever is a secret of an account has been said once. */
public final class WholeLife {

  private WholeLife() {}

  /** Of somebody who has signed up. */
  public static void of(Person erin, Api api, Phone phone) {
    var here = erin.signIn();
    var there = erin.signIn("elsewhere");
    var unused = List.of(erin.apiKey(here), erin.authorize(here, "read"), there.token());
    erin.enrol(here);
    erin.apiKey(here);
    var known = erin.signInWithCode();
    assertThat(known.device()).isNotEmpty();
    assertThat(
            api.post("/account/keys")
                .bearer(here.token())
                .json(Map.of("public_key", SshKeys.line("laptop")))
                .send())
        .hasStatus(201);
    for (var wrong : List.of("000001", erin.authenticator().wrongCode())) {
      assertThat(erin.signingIn().code(wrong).send()).hasStatus(401);
    }
    assertThat(
            api.post("/users")
                .json(Map.of("email", erin.email(), "password", erin.password()))
                .send())
        .hasStatus(201);
    assertThat(
            api.post("/users")
                .body("{\"email\":\"" + erin.email() + "\",", "application/json")
                .send())
        .hasStatus(400);
    assertThat(unused).isNotEmpty();
    var codes = erin.recoveryCodes(here);
    assertThat(erin.signingIn().code(codes.getFirst()).send()).hasStatus(201);
    new PhoneOwner(api, erin, here).owns(phone);
    erin.changePassword(here, "a later " + erin.password());
    erin.reset(erin.askForReset(), "the latest " + erin.password());
  }
}
