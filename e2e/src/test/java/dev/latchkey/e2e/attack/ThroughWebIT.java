package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.EavesdroppingService;
import dev.latchkey.e2e.platform.Insider;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose request it is that web makes, and who else would like to say so. */
@OnThePlatform
class ThroughWebIT {

  private static final String HERS = "203.0.113.77";
  private static final String BROWSER = "Firefox on the laptop";

  private final Platform platform;
  private final Api api;
  private final Insider web;
  private Person alice;

  ThroughWebIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    web = Insider.web(platform);
    alice = platform.people().stranger("alice");
  }

  @BeforeEach
  void alice_has_an_account() {
    alice = platform.people().signedUp("alice");
  }

  @Test
  void the_persons_address_is_in_list_log_and_mail() {
    var signedIn =
        throughWeb(api.post("/sessions").basic(alice.email(), alice.password())).sendPatiently();
    assertThat(signedIn).hasStatus(201);
    var token = Known.secret(signedIn.text("/token"));
    var next = Known.secret("quite other words than before");
    var changed =
        throughWeb(
                api.patch("/account")
                    .bearer(token)
                    .json(Map.of("password", alice.password(), "new_password", next)))
            .sendPatiently();

    assertThat(changed).hasStatus(200);
    assertThat(alice.mailbox().mailAbout("Your password was changed"))
        .contains("From address: " + HERS);
    assertThat(throughWeb(api.get("/oauth/sessions").bearer(token)).send().body())
        .contains(HERS, BROWSER);
    await()
        .atMost(Slack.of(Duration.ofSeconds(10)))
        .untilAsserted(() ->
            assertThat(api.get("/account/security-log").bearer(token).send().body())
                .contains(HERS, BROWSER));
  }

  @Test
  void a_credential_that_is_not_webs_is_no_request_at_all() {
    var token = alice.signIn().token();
    for (var forged :
        List.of(
            "Bearer forged",
            "Bearer " + new Insider(platform).credential(Owner.AUTH),
            "Bearer " + web.credential(Owner.TOKEN),
            web.credential(Owner.AUTH))) {
      var answer =
          api.get("/account")
              .bearer(token)
              .header(Headers.WEB, forged)
              .header(Headers.CLIENT_IP, HERS)
              .send();

      assertThat(answer).isRefused(400, "bad_request");
    }
    assertThat(api.get("/account").bearer(token).header(Headers.CLIENT_IP, HERS).send())
        .hasStatus(200);
  }

  @Test
  void webs_key_opens_no_internal_door() {
    for (var owner : Owner.values()) {
      var answer =
          platform
              .service(owner)
              .internalDoor()
              .get("/internal/edge/account")
              .bearer(web.credential(owner))
              .send();

      assertThat(answer).isRefused(403, "forbidden");
    }
  }

  @Test
  void no_service_sees_webs_credential() {
    var token = alice.signIn().token();
    try (var service = new EavesdroppingService();
        var gateway = platform.gatewayTo(Owner.NOTIFICATION, service.port())) {
      var answer = throughWeb(gateway.api().get("/account/security-log").bearer(token)).send();

      assertThat(answer).hasStatus(200);
      var heard = service.heard().getFirst();
      assertThat(heard.keySet()).doesNotContainAnyElementsOf(Headers.FROM_WEB);
      assertThat(heard)
          .containsEntry("X-Forwarded-For", List.of(HERS))
          .containsEntry("User-Agent", List.of(BROWSER));
    }
  }

  private Call throughWeb(Call call) {
    return call.header(Headers.WEB, "Bearer " + web.credential(Owner.AUTH))
        .header(Headers.CLIENT_IP, HERS)
        .header(Headers.CLIENT_AGENT, BROWSER);
  }
}
