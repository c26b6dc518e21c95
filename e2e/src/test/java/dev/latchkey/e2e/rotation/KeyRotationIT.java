package dev.latchkey.e2e.rotation;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.Insider;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.WholeWayIn;
import dev.latchkey.e2e.rotation.NewKeys.Phase;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every key changes as the runbooks say (rotate-keys.md, rotate-service-key.md,
 * rotate-identity-key.md): replicas with the next configuration come up beside the old ones, both
 * serve, the old ones end. The balancer before them is the client. What is left on the platform is
 * sealed under keys that it doesn't have: run it on one that is thrown away, with {@code
 * -Dlatchkey.e2e.rotation=true}.
 */
@OnThePlatform
@Isolated
@EnabledIfSystemProperty(named = "latchkey.e2e.rotation", matches = "true")
class KeyRotationIT {

  private static final int MANY = 20;

  private final Platform platform;
  private final NewKeys keys = new NewKeys();
  private final Person nora;
  private final Person olga;

  KeyRotationIT(Platform platform) {
    this.platform = platform;
    nora = platform.people().signedUp("nora");
    olga = platform.people().signedUp("olga");
  }

  @Test
  @Tag("attack-57")
  void every_key_is_changed_and_no_request_fails() {
    var olgas = olga.signIn();
    olga.enrol(olgas);
    var recovery = olga.recoveryCodes(olgas);
    var noras = nora.signIn();
    var ended = nora.signIn();
    end(platform.api(), ended);
    var things =
        new Things(
            noras.token(),
            olgas.token(),
            nora.apiKey(noras),
            nora.authorize(noras, "identity"),
            ended.token());

    try (var traffic = new Traffic(platform.api())) {
      begin(traffic, things);
      var published = open(Phase.PUBLISHED, things);
      traffic.goesTo(platform.api(), published.api());
      traffic.goesTo(published.api());
      stopTheFirstOnes();
      rotateTheIdentityKey(published);

      var switched = open(Phase.SWITCHED, things);
      traffic.goesTo(published.api(), switched.api());
      traffic.goesTo(switched.api());
      published.close();

      try (var last = open(Phase.TAKEN_AWAY, things)) {
        traffic.goesTo(switched.api(), last.api());
        traffic.goesTo(last.api());
        switched.close();
        traffic.close();

        assertThat(traffic.failures()).isEmpty();
        for (var kind : List.of("session", "API key", "authorization", "ended", "sign-in")) {
          assertThat(traffic.done(kind)).as(kind).isGreaterThan(MANY);
        }
        assertThat(traffic.done("code")).isPositive();
        stillWorks(last.api(), things, recovery.getFirst());
        theOldServiceKeyOpensNothing(last);
      }
    }
  }

  private record Things(
      String session, String olgasSession, String apiKey, String authorization, String ended) {
    @Override
    public String toString() {
      return "Things[redacted]";
    }
  }

  private void begin(Traffic traffic, Things things) {
    traffic.client("session", 200, () -> asking(things.session()));
    traffic.client("API key", 200, () -> asking(things.apiKey()));
    traffic.client("authorization", 200, () -> asking(things.authorization()));
    traffic.client("ended", 401, () -> asking(things.ended()));
    traffic.client("sign-in", 201, () -> api -> signIn(api, nora));
    traffic.client(
        "code",
        201,
        () -> {
          // Up to half a minute for the next one.
          var code = olga.authenticator().freshCode();
          return api -> signIn(api, olga).code(code);
        });
  }

  private static Function<Api, Call> asking(String token) {
    return api -> api.get("/account").bearer(token);
  }

  private static Call signIn(Api api, Person person) {
    return api.post("/sessions").basic(person.email(), person.password());
  }

  /** With what a process does first, and slowly, done: a balancer sends it people after that. */
  private WholeWayIn open(Phase phase, Things things) {
    var name = phase.name().toLowerCase(Locale.ROOT);
    var way =
        platform.wholeWayIn(
            name, (program, environment) -> keys.changes(phase, program, environment));
    for (int i = 0; i < MANY; i++) {
      for (var token : List.of(things.session(), things.apiKey(), things.authorization())) {
        var unused = way.api().get("/account").bearer(token).sendPatiently();
      }
      if (i % 5 == 0) {
        var unused = signIn(way.api(), nora).sendPatiently();
        var unused2 = signIn(way.api(), olga).sendPatiently();
      }
    }
    return way;
  }

  private void stopTheFirstOnes() {
    for (var owner : Owner.values()) {
      platform.service(owner).stop();
    }
  }

  private void rotateTheIdentityKey(WholeWayIn way) {
    var answer =
        way.internalDoor(Owner.AUTH)
            .post("/internal/identity-keys/actions/rotate")
            .bearer(Insider.as(platform, Asker.OPERATOR.caller()).credential(Owner.AUTH))
            .send();
    assertThat(answer).hasStatus(200);
  }

  private void stillWorks(Api api, Things things, String recoveryCode) {
    assertThat(signIn(api, nora).send()).hasStatus(201);
    assertThat(api.post("/sessions").basic(nora.email(), "not her password at all").send())
        .hasStatus(401);
    assertThat(signIn(api, olga).send()).isRefused(403, "two_factor");
    assertThat(signIn(api, olga).code(recoveryCode).send()).hasStatus(201);
    assertThat(signIn(api, olga).code(recoveryCode).send().ok()).isFalse();
    assertThat(api.get("/account").bearer(things.olgasSession()).send()).hasStatus(200);
    assertThat(
            api.get("/oauth/authorizations/~")
                .bearer(things.session())
                .password(nora.password())
                .send())
        .hasText("/access_token/token", things.apiKey());
  }

  private void theOldServiceKeyOpensNothing(WholeWayIn way) {
    var stolen = Insider.as(platform, Asker.GATEWAY.caller()).credential(Owner.AUTH);
    assertThat(
            way.internalDoor(Owner.AUTH)
                .get("/internal/edge/account")
                .header("Latchkey-Service", "Bearer " + stolen)
                .send())
        .hasStatus(401);
  }

  private static void end(Api api, SignedIn session) {
    assertThat(api.delete("/oauth/sessions/~").bearer(session.token()).send().ok()).isTrue();
  }
}
