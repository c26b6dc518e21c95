package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.Platform;
import java.util.List;
import java.util.Map;

/** An application of a person of its own, which people let in and which keeps what it got. */
record OtherClient(Api api, String id, String secret) {

  private static final String FORM = "application/x-www-form-urlencoded";

  static OtherClient of(Platform platform) {
    var wanted = Map.of("name", "Deploy bot", "redirect_uri", "https://client.example/callback");
    var owner = platform.people().signedUp("olga").signIn();
    var made =
        platform.api().post("/oauth/clients").bearer(owner.token()).json(wanted).sendPatiently();
    assertThat(made).hasStatus(201);
    return new OtherClient(platform.api(), made.text("/id"), Known.secret(made.text("/secret")));
  }

  /** A code by which somebody lets it in. */
  String code(SignedIn person) {
    var answer =
        api.post("/oauth/authorizations")
            .bearer(person.token())
            .json(
                Map.of(
                    "client", Map.of("id", id),
                    "response_type", "code",
                    "scope", List.of("read")))
            .sendPatiently();
    assertThat(answer).hasStatus(201);
    return Known.secret(answer.text("/grant/code"));
  }

  Answer redeem(String code) {
    return known(form("/oauth/tokens", "grant_type=authorization_code&code=" + code));
  }

  Answer refresh(String token) {
    return known(form("/oauth/tokens", "grant_type=refresh_token&refresh_token=" + token));
  }

  /** RFC 7662, as the application asks about what it holds. */
  Answer introspect(String token) {
    return form("/oauth/introspect", "token=" + token);
  }

  private Answer form(String path, String what) {
    var shown = "&client_id=" + id + "&client_secret=" + secret;
    return api.post(path).body(what + shown, FORM).sendPatiently();
  }

  private static Answer known(Answer answer) {
    if (answer.ok()) {
      var _ = Known.secret(answer.text("/access_token"));
      var _ = Known.secret(answer.text("/refresh_token"));
    }
    return answer;
  }

  @Override
  public String toString() {
    return "OtherClient[" + id + "]";
  }
}
