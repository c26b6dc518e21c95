package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application is registered, let in by somebody else, and sent away again. */
@OnThePlatform
class OAuthClientIT {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CALLBACK = "https://bot.example.com/callback";

  private final Api api;
  private final Platform platform;
  private Person olga;
  private SignedIn hers;
  private Answer client;

  OAuthClientIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    olga = platform.people().stranger("olga");
    hers = new SignedIn("", "", "");
    client = api.get("/.well-known/oauth-authorization-server").send();
  }

  @BeforeEach
  void olga_has_registered_an_application() {
    olga = platform.people().signedUp("olga");
    hers = olga.signIn();
    client = register(hers, Map.of("name", "Deploy bot", "redirect_uri", CALLBACK));
    assertThat(client).hasStatus(201);
    var _ = Known.secret(client.text("/secret"));
  }

  @Test
  void who_lets_it_in_gives_it_a_token_of_the_scope_that_was_granted() {
    var paul = platform.people().signedUp("paul");
    var his = paul.signIn();

    var tokens = redeem(code(his, "read"));

    assertThat(tokens).hasStatus(200);
    var access = tokens.text("/access_token");
    assertThat(api.get("/account").bearer(access).send()).hasText("/email", paul.email());
    assertThat(api.get("/account/keys").bearer(access).send()).isRefused(403, "forbidden");
    assertThat(api.get("/oauth/authorizations").bearer(his.token()).send().text("/0/client/name"))
        .isEqualTo("Deploy bot");
    paul.mailbox().mailAbout("A new authorization");
  }

  @Test
  void it_goes_on_by_refreshing_and_not_by_repeating() {
    var his = platform.people().signedUp("paul").signIn();
    var first = redeem(code(his, "read"));
    var second = refresh(first.text("/refresh_token"));
    assertThat(second).hasStatus(200);
    assertThat(api.get("/account").bearer(second.text("/access_token")).send()).hasStatus(200);

    var again = refresh(first.text("/refresh_token"));

    assertThat(again).isRefused(400, "invalid_grant");
    assertThat(again.text("/error")).isEqualTo("invalid_grant");
    assertThat(api.get("/account").bearer(second.text("/access_token")).send())
        .isRefused(401, "unauthorized");
  }

  @Test
  void a_removed_application_is_out_everywhere() {
    var his = platform.people().signedUp("paul").signIn();
    var tokens = redeem(code(his, "read"));

    var removed = api.delete("/oauth/clients/" + client.text("/id")).bearer(hers.token()).send();

    assertThat(removed).hasStatus(200);
    assertThat(api.get("/account").bearer(tokens.text("/access_token")).send())
        .isRefused(401, "unauthorized");
    assertThat(refresh(tokens.text("/refresh_token"))).isRefused(401, "invalid_client");
  }

  @Test
  void with_two_factor_on_an_application_needs_a_code_to_register() {
    var elsewhere = olga.authorize(hers, "global");
    olga.enrol(hers);

    var without =
        api.post("/oauth/clients")
            .bearer(elsewhere)
            .json(Map.of("name", "Bot", "redirect_uri", CALLBACK))
            .send();

    assertThat(without).isRefused(403, "two_factor");
  }

  @Test
  void the_metadata_leads_through_the_gateway() {
    var metadata = api.get("/.well-known/oauth-authorization-server").send();

    assertThat(metadata).hasStatus(200);
    assertThat(metadata.text("/token_endpoint"))
        .isEqualTo(metadata.text("/issuer") + "/oauth/tokens");
  }

  private Answer register(SignedIn owner, Map<String, ?> wanted) {
    return api.post("/oauth/clients").bearer(owner.token()).json(wanted).send();
  }

  private String code(SignedIn person, String scope) {
    var answer =
        api.post("/oauth/authorizations")
            .bearer(person.token())
            .json(
                Map.of(
                    "client", Map.of("id", client.text("/id")),
                    "response_type", "code",
                    "scope", List.of(scope)))
            .send();
    assertThat(answer).hasStatus(201);
    return Known.secret(answer.text("/grant/code"));
  }

  private Answer redeem(String code) {
    return exchange("grant_type=authorization_code&code=" + code);
  }

  private Answer refresh(String token) {
    return exchange("grant_type=refresh_token&refresh_token=" + token);
  }

  private Answer exchange(String what) {
    var shown = "&client_id=" + client.text("/id") + "&client_secret=" + client.text("/secret");
    var answer = api.post("/oauth/tokens").body(what + shown, FORM).send();
    if (answer.ok()) {
      var _ = Known.secret(answer.text("/access_token"));
      var _ = Known.secret(answer.text("/refresh_token"));
    }
    return answer;
  }
}
