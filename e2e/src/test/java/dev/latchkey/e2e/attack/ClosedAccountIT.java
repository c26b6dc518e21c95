package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.platform.Insider;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is over is over everywhere: at the edge, at introspection and at each service. */
@OnThePlatform
class ClosedAccountIT {

  /** A row that each service answers, for any credential of an account. */
  private static final List<String> EVERYWHERE =
      List.of("/account", "/account/keys", "/account/two-factor", "/account/security-log");

  private static final Duration SOON = Slack.of(Duration.ofSeconds(20));
  private static final long IDENTITY_LIFE_S = 60;

  private final Platform platform;
  private final Api api;

  ClosedAccountIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  @Tag("attack-55")
  void of_a_closed_account_nothing_opens_anything() {
    var erin = Belongings.of(platform, "erin");
    assertAlive(erin, erin.tokens().keySet());
    assertThat(holder(erin)).hasStatus(200).hasText("/account", erin.account());
    var identity = new Insider(platform).identity(Verb.POST, "/oauth/authorizations", key(erin));

    var closed = api.delete("/account").bearer(erin.here().token());
    assertThat(closed.password(erin.person().password()).send()).hasStatus(200);

    assertDead(erin, erin.tokens().keySet());
    assertThat(erin.person().signingIn().send()).isRefused(401, "unauthorized");
    assertThat(answering(erin)).satisfies(answer -> assertThat(answer.status()).isEqualTo(401));
    assertThat(holder(erin)).hasStatus(404);
    assertThat(erin.fetchLogin(api).text("/access_token")).isEmpty();
    assertThat(erin.person().reset(erin.resetLink(), "entirely other words").status())
        .isBetween(400, 499);
    await().atMost(SOON).untilAsserted(() -> assertNoTokenIsActive(erin));
    assertThat(erin.client().refresh(erin.refreshToken())).isRefused(400, "invalid_grant");
    assertThat(erin.client().redeem(erin.grantCode())).isRefused(400, "invalid_grant");
    assertThatAnIdentityFromBeforeMakesNothing(identity, erin);
  }

  @Test
  @Tag("attack-55")
  void a_sign_out_ends_one_session_everywhere_and_nothing_else() {
    var erin = Belongings.of(platform, "erin");

    assertThat(api.delete("/oauth/sessions/~").bearer(erin.here().token()).send()).hasStatus(200);

    assertDead(erin, Set.of("this session"));
    assertAlive(
        erin, Set.of("another session", "API key", "authorization", "command line", "application"));
    assertThat(holder(erin)).hasStatus(200);
  }

  /** What carries the epoch ends; what was made to outlive sign-ins stays. */
  @Test
  @Tag("attack-55")
  void switching_two_factor_off_ends_every_sign_in_and_every_half_of_one() {
    var erin = Belongings.of(platform, "erin");

    erin.person().disable(erin.here());

    assertDead(erin, Set.of("another session", "API key", "command line"));
    assertAlive(erin, Set.of("this session", "authorization", "application"));
    assertThat(answering(erin).status()).isEqualTo(401);
    assertThat(erin.fetchLogin(api).text("/access_token")).isEmpty();
    assertThat(erin.person().reset(erin.resetLink(), "entirely other words").ok()).isFalse();
    assertThat(holder(erin)).hasStatus(200);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(introspected(erin, "command line")).hasText("/active", "false"));
  }

  private void assertAlive(Belongings erin, Set<String> kinds) {
    for (var kind : kinds) {
      assertThat(api.get("/account").bearer(erin.token(kind)).sendPatiently().status())
          .as(kind)
          .isEqualTo(200);
    }
  }

  private void assertDead(Belongings erin, Set<String> kinds) {
    for (var kind : kinds) {
      for (var path : EVERYWHERE) {
        var answer = api.get(path).bearer(erin.token(kind)).sendPatiently();
        assertThat(answer.status()).as("%s at %s", kind, path).isEqualTo(401);
      }
    }
  }

  private void assertNoTokenIsActive(Belongings erin) {
    for (var kind : List.of("authorization", "command line", "application")) {
      assertThat(introspected(erin, kind)).hasStatus(200).hasText("/active", "false");
    }
    assertThat(erin.client().introspect(erin.token("application"))).hasText("/active", "false");
  }

  /** Whoever took one from the wire has it for a minute, and it makes nothing that stays. */
  private void assertThatAnIdentityFromBeforeMakesNothing(String identity, Belongings erin) {
    var claims = Json.read(decoded(identity.split("\\.", -1)[1]));
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
        .isBetween(1L, IDENTITY_LIFE_S);

    var made =
        platform
            .service(Owner.TOKEN)
            .publicDoor()
            .post("/oauth/authorizations")
            .header(Headers.IDENTITY, identity)
            .json(Map.of("description", "too late"))
            .send();

    assertThat(made.status()).as("%s", made).isBetween(400, 499);
    var query = "select count(*) from authorizations where account = ? and ended_at is null";
    var account = UUID.fromString(erin.account());
    assertThat(platform.postgres().number(Owner.TOKEN, query, account)).isZero();
  }

  private Answer introspected(Belongings erin, String kind) {
    return Insider.as(platform, Owner.AUTH.service())
        .asking(Verb.POST, Owner.TOKEN, "/internal/introspect")
        .json(Map.of("token", erin.token(kind)))
        .send();
  }

  /** Whose the SSH key is, as a git server's sshd asks. */
  private Answer holder(Belongings erin) {
    var key = URLEncoder.encode(erin.sshKey(), StandardCharsets.UTF_8);
    return Insider.as(platform, "git")
        .asking(Verb.GET, Owner.AUTH, "/internal/authorized-keys?key=" + key)
        .send();
  }

  private Answer answering(Belongings erin) {
    return api.post("/sessions").challenge(erin.challenge()).code(erin.codes().getFirst()).send();
  }

  private static String key(Belongings erin) {
    return erin.token("this session");
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
