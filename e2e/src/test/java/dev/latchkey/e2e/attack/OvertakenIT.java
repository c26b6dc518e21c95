package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Drawn;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Salvo;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Sign-ins that verified the password before a cut and finish after it. Passwords are checked one
 * at a time, so of a few that are sent at once some wait in the queue with the old epoch in hand
 * while the cut commits.
 */
@OnThePlatform
@Isolated
@Timeout(value = 60, unit = TimeUnit.MINUTES)
@Tag("attack-48")
class OvertakenIT {

  private static final int TOTAL = Integer.getInteger("latchkey.e2e.interleavings", 200);

  /** More than wait in the queue of hashing for its 150 ms would be refused. */
  private static final int AT_ONCE = 4;

  private final Platform platform;
  private final Api api;
  private final Random random = new Random(Drawn.SEED);

  OvertakenIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  /** What became of the sign-ins of a test: a test in which none was overtaken proves nothing. */
  private record Tally(List<Answer> answers) {
    long signedIn() {
      return Salvo.count(answers, 201);
    }

    long refused() {
      return Salvo.count(answers, 401) + Salvo.count(answers, 403);
    }
  }

  @Test
  void no_session_of_the_old_password_outlives_its_change() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    var answers = new ArrayList<Answer>();
    for (int round = 0; round < TOTAL / 2 / AT_ONCE; round++) {
      var racing = racing(erin);
      pauseUpTo(120);
      erin.changePassword(here, "other words of round " + round + " " + random.nextInt(1 << 30));

      var finished = racing.stream().map(CompletableFuture::join).toList();
      assertAllDead(finished, "round " + round);
      answers.addAll(finished);
    }
    report("password change", answers);
  }

  @Test
  void no_session_without_a_code_outlives_the_switching_on_of_two_factor() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    var answers = new ArrayList<Answer>();
    for (int round = 0; round < TOTAL / 4 / AT_ONCE; round++) {
      erin.startEnrolment(here);
      var racing = racing(erin);
      pauseUpTo(120);
      assertThat(erin.confirming(here).send()).hasStatus(200);

      var finished = racing.stream().map(CompletableFuture::join).toList();
      assertAllDead(finished, "round " + round);
      answers.addAll(finished);
      erin.disable(here);
    }
    report("two-factor on", answers);
  }

  @Test
  void no_sign_in_that_ended_before_the_sign_out_of_all_others_outlives_it() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    var account = UUID.fromString(erin.account(here));
    var answers = new ArrayList<Answer>();
    for (int round = 0; round < TOTAL / 4 / AT_ONCE; round++) {
      var racing = racing(erin);
      pauseUpTo(150);
      var before = racing.stream().filter(CompletableFuture::isDone).toList();
      assertThat(api.delete("/oauth/sessions").bearer(here.token()).send()).hasStatus(200);

      var early = before.stream().map(CompletableFuture::join).toList();
      assertAllDead(early, "round " + round);
      answers.addAll(racing.stream().map(CompletableFuture::join).toList());
    }
    assertThat(epoch(account)).isGreaterThan(TOTAL / 4 / AT_ONCE);
    report("sign-out of all others", answers);
  }

  @Test
  void no_renewed_session_outlives_the_sign_out_of_all_others() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    for (int round = 0; round < Math.max(5, TOTAL / 50); round++) {
      var others = erin.signIn(2);
      var renewals =
          java.util.stream.IntStream.range(0, 10)
              .mapToObj(i -> others.get(i % 2))
              .map(other -> api.post("/sessions/~/actions/renew").bearer(other.token()).sendAsync())
              .toList();
      pauseUpTo(20);
      assertThat(api.delete("/oauth/sessions").bearer(here.token()).send()).hasStatus(200);

      assertAllDead(renewals.stream().map(CompletableFuture::join).toList(), "round " + round);
      assertThat(others).allSatisfy(other -> assertThat(account(other.token())).hasStatus(401));
    }
  }

  private List<CompletableFuture<Answer>> racing(Person erin) {
    var racing = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 0; i < AT_ONCE; i++) {
      racing.add(erin.signingIn().sendAsync());
    }
    return racing;
  }

  private void assertAllDead(List<Answer> answers, String round) {
    for (var answer : answers) {
      assertThat(answer.status()).as("%s, seed %d: %s", round, Drawn.SEED, answer).isLessThan(504);
      if (answer.status() == 201) {
        var token = Known.secret(answer.text("/token"));
        assertThat(account(token).status()).as("%s, seed %d", round, Drawn.SEED).isEqualTo(401);
      }
    }
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }

  private long epoch(UUID account) {
    return platform
        .postgres()
        .number(Owner.AUTH, "select epoch from account where id = ?", account);
  }

  private static void report(String cut, List<Answer> answers) {
    var tally = new Tally(answers);
    System.out.printf(
        "%s: %d sign-ins, %d through and dead, %d refused (seed %d)%n",
        cut, answers.size(), tally.signedIn(), tally.refused(), Drawn.SEED);
    assertThat(tally.signedIn() + tally.refused()).isPositive();
  }

  private void pauseUpTo(int millis) {
    try {
      TimeUnit.MICROSECONDS.sleep(random.nextInt(millis * 1000));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
