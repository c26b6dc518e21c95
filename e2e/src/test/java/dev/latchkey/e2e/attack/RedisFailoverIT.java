package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.RedisReplica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Redis fails over to a real replica that has not heard of the last writes, while sessions are
 * asked for all the time: what was ended in these writes stays ended.
 */
@OnThePlatform
@Order(Integer.MAX_VALUE - 5)
@Isolated
class RedisFailoverIT {

  private static final int PER_SECOND = Integer.getInteger("latchkey.e2e.load", 25);
  private static final String LIVE = "a session that lives";

  /** The stop of one server, the start of the other, and new connections to it. */
  private static final Duration WINDOW = Slack.of(Duration.ofSeconds(15));

  private final Platform platform;
  private final Api api;

  RedisFailoverIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  @Tag("attack-53")
  void what_ended_in_the_writes_that_were_lost_stays_ended() {
    var ivan = platform.people().signedUp("ivan").signIn().token();
    var cast = Cast.of(platform);
    cast.tokens().values().forEach(token -> assertThat(page(token)).hasStatus(200));

    try (var replica = platform.redisReplica()) {
      replica.fallBehind();
      cast.end(api);
      cast.tokens()
          .forEach((name, token) -> assertThat(page(token).status()).as(name).isEqualTo(401));

      var samples = failOver(replica, ivan, cast.tokens());

      System.out.printf(
          "Redis failover: %s, no decision for %d ms%n",
          samples.statuses(), samples.outage().toMillis());
      assertThat(samples.of(LIVE).statuses().keySet()).isSubsetOf(0, 200, 503);
      cast.tokens()
          .keySet()
          .forEach(name ->
              assertThat(samples.of(name).statuses().keySet()).as(name).isSubsetOf(0, 401, 503));
      assertThat(samples.outage()).isLessThan(WINDOW);
      cast.tokens()
          .forEach((name, token) -> assertThat(page(token).status()).as(name).isEqualTo(401));
      assertThat(cast.frank().signIn().token()).isNotEmpty();
    }
    await().atMost(WINDOW).untilAsserted(() -> assertThat(page(ivan)).hasStatus(200));
  }

  private Samples failOver(RedisReplica replica, String live, Map<String, String> dead) {
    var asked = new ArrayList<SteadyLoad.Asked>();
    dead.forEach((name, token) -> asked.add(new SteadyLoad.Asked(name, () -> page(token))));
    asked.add(new SteadyLoad.Asked(LIVE, () -> page(live)));
    try (var load = SteadyLoad.of(PER_SECOND, asked)) {
      replica.takeOver();
      var tookOver = System.nanoTime();
      // Twice each after it, whatever became of those that were under way.
      await()
          .atMost(WINDOW)
          .until(() -> load.soFar().of(LIVE).since(tookOver).statuses().getOrDefault(200, 0L) > 2);
      return load.stop();
    }
  }

  private Answer page(String token) {
    return api.get("/account").bearer(token).send();
  }

  /** Who ends sessions in each way that there is; {@code tokens} are those that end. */
  private record Cast(
      Person erin,
      Person frank,
      Person grace,
      Person heidi,
      List<String> kept,
      Map<String, String> tokens) {

    static Cast of(Platform platform) {
      var erin = platform.people().signedUp("erin");
      var frank = platform.people().signedUp("frank");
      var grace = platform.people().signedUp("grace");
      var heidi = platform.people().signedUp("heidi");
      var tokens = new LinkedHashMap<String, String>();
      tokens.put("signed out", erin.signIn().token());
      tokens.put("ended with all others", frank.signIn().token());
      tokens.put("ended by two-factor", grace.signIn().token());
      tokens.put("of a closed account", heidi.signIn().token());
      var kept = List.of(frank.signIn().token(), grace.signIn().token());
      tokens.put("renewed after two-factor", kept.getLast());
      tokens.put("renewed", erin.signIn().token());
      return new Cast(erin, frank, grace, heidi, kept, tokens);
    }

    void end(Api api) {
      var gone = token("signed out");
      assertThat(api.delete("/oauth/sessions/~").bearer(gone).send()).hasStatus(200);
      assertThat(api.delete("/oauth/sessions").bearer(kept.getFirst()).send()).hasStatus(200);
      var hers = new SignedIn("", kept.getLast(), "");
      grace.enrol(hers);
      renew(api, kept.getLast());
      renew(api, token("renewed"));
      var closing = api.delete("/account").bearer(token("of a closed account"));
      assertThat(closing.password(heidi.password()).send()).hasStatus(200);
    }

    private String token(String name) {
      return Objects.requireNonNull(tokens.get(name));
    }

    private static void renew(Api api, String token) {
      var renewed = api.post("/sessions/~/actions/renew").bearer(token).send();
      assertThat(renewed).hasStatus(201);
      Known.secret(renewed.text("/token"));
    }
  }
}
