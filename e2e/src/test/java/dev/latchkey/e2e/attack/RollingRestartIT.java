package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Each service is restarted while people use it. There are two ways in, each with all services, and
 * whoever gets no decision at one asks the other, as a load balancer does.
 */
@OnThePlatform
@Order(Integer.MAX_VALUE - 5)
@Isolated
class RollingRestartIT {

  /** Calls a second; 100 by option, on a machine that does nothing else. */
  private static final int PER_SECOND = Integer.getInteger("latchkey.e2e.load", 25);

  /** Takes two minutes, and the error rate is no measure where other work shares the machine. */
  private static final boolean ASKED = Boolean.getBoolean("latchkey.e2e.restarts");

  private static final String PASSWORD = "password";
  private static final int FIRST_ERROR = 500;
  private static final int CROWD = 20;
  private static final double FEW = 0.001;
  private static final Duration USUAL = Slack.of(Duration.ofMillis(500));
  private static final Duration SOON = Slack.of(Duration.ofSeconds(30));

  /** What is right of each kind; anything else but "not now" is a wrong decision. */
  private static final Map<String, Integer> RIGHT =
      Map.of(
          "session",
          200,
          "API key",
          200,
          "authorization",
          200,
          "ended session",
          401,
          "nobody",
          401,
          PASSWORD,
          201);

  private final Platform platform;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger signIns = new AtomicInteger();

  RollingRestartIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  @Tag("attack-71")
  void nobody_is_decided_wrongly_while_each_service_is_restarted() {
    assumeTrue(ASKED, "no -Dlatchkey.e2e.restarts=true");
    try (var second = platform.wholeWayIn("second", (program, environment) -> Map.of());
        var load = SteadyLoad.of(PER_SECOND, calls(List.of(platform.api(), second.api())))) {
      awaitAllWell("both ways have done this before", load);
      var warm = System.nanoTime();
      for (var owner : Owner.values()) {
        platform.service(owner).stop();
        platform.service(owner).start();
        platform.service(owner).awaitReady();
      }
      awaitAllWell("all is as before", load);
      var all = load.stop();
      var samples = all.since(warm);

      report(samples);
      RIGHT.forEach((kind, right) ->
          assertThat(all.of(kind).statuses().keySet())
              .as(kind)
              .isSubsetOf(right, 503, 504, Samples.NO_ANSWER)
              .contains(right));
      // A password may be turned away where more come than can be hashed.
      RIGHT.keySet().stream()
          .filter(kind -> !kind.equals(PASSWORD))
          .forEach(kind -> assertThat(samples.of(kind).errorRate()).as(kind).isLessThan(FEW));
    }
  }

  private List<SteadyLoad.Asked> calls(List<Api> ways) {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    erin.enrol(here);
    var key = erin.apiKey(here);
    var script = erin.authorize(here, "global");
    var frank = platform.people().signedUp("frank");
    var over = frank.signIn().token();
    assertThat(platform.api().delete("/oauth/sessions/~").bearer(over).send()).hasStatus(200);
    var calls = new ArrayList<SteadyLoad.Asked>();
    for (int i = 0; i < 6; i++) {
      calls.add(asked("session", ways, way -> way.get("/account").bearer(here.token())));
      calls.add(asked("ended session", ways, way -> way.get("/account").bearer(over)));
    }
    calls.add(asked("API key", ways, way -> way.get("/account").bearer(key)));
    calls.add(asked("authorization", ways, way -> way.get("/account").bearer(script)));
    calls.add(asked("nobody", ways, way -> way.get("/account")));
    // One in sixteen: each takes a hash. Whole sign-ins, as who stops half-way is locked after ten;
    // and of several people, as one whose tries are lost in a kill is.
    var crowd = Stream.generate(() -> platform.people().signedUp("grace")).limit(CROWD).toList();
    calls.add(new SteadyLoad.Asked(PASSWORD, () -> signIn(crowd, ways)));
    return calls;
  }

  private Answer signIn(List<Person> crowd, List<Api> ways) {
    var who = crowd.get(Math.floorMod(signIns.getAndIncrement(), CROWD));
    return balanced(ways, way -> way.post("/sessions").basic(who.email(), who.password()));
  }

  private SteadyLoad.Asked asked(String kind, List<Api> ways, Function<Api, Call> call) {
    return new SteadyLoad.Asked(kind, () -> balanced(ways, call));
  }

  /** At one way in; at the other where there is no decision. */
  private Answer balanced(List<Api> ways, Function<Api, Call> call) {
    int first = Math.floorMod(turn.getAndIncrement(), ways.size());
    var other = call.apply(ways.get((first + 1) % ways.size()));
    try {
      var answer = call.apply(ways.get(first)).send();
      return answer.status() < FIRST_ERROR ? answer : other.send();
    } catch (UncheckedIOException noAnswer) {
      return other.send();
    }
  }

  private static void awaitAllWell(String what, SteadyLoad load) {
    long begun = System.nanoTime();
    await(what)
        .atMost(SOON)
        .pollDelay(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThatAllIsWell(load.soFar().since(lately(begun))));
  }

  private static void assertThatAllIsWell(Samples lately) {
    assertThat(lately.size()).isGreaterThan(PER_SECOND);
    assertThat(lately.errorRate()).isZero();
    assertThat(lately.of("session").percentile(99)).isLessThan(USUAL);
  }

  /** The last two seconds, all of them after a moment. */
  private static long lately(long moment) {
    return Math.max(moment, System.nanoTime() - TimeUnit.SECONDS.toNanos(2));
  }

  private static void report(Samples samples) {
    for (var kind : RIGHT.keySet()) {
      var some = samples.of(kind);
      System.out.printf(
          "rolling restart, %s: %s, %.2f %% without a decision, 99 %% in %d ms%n",
          kind, some.statuses(), 100 * some.errorRate(), some.percentile(99).toMillis());
    }
  }
}
