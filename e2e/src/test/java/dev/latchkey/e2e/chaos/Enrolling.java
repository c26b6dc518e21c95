package dev.latchkey.e2e.chaos;

import static dev.latchkey.e2e.chaos.Member.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.person.SignedIn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Switches two-factor on, which ends other sessions; a sign-in with the password alone overtakes
 * it, or comes too late.
 */
final class Enrolling implements Role {

  private final Member member;
  private SignedIn there;
  private long epoch;
  private CompletableFuture<Optional<Answer>> beside =
      CompletableFuture.completedFuture(Optional.empty());

  Enrolling(Member member) {
    this.member = member;
    there = member.here();
  }

  @Override
  public Member member() {
    return member;
  }

  @Override
  public void prepare() {
    there = member.person().signIn("there");
    member.person().startEnrolment(member.here());
    epoch = member.epoch();
  }

  @Override
  public void act(Deeds deeds) {
    var person = member.person();
    var unused = deeds.plan("two-factor on", () -> person.confirming(member.here()));
    beside = deeds.plan("sign-in without a code", person::signingIn);
  }

  @Override
  public void insist() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(() -> member.twoFactor() || confirmed());
  }

  /** The enrolment is this session's: with the session it is gone, and begun again. */
  private boolean confirmed() {
    var here = member.here();
    member.comeBack();
    if (!here.equals(member.here())) {
      member.person().startEnrolment(member.here());
    }
    return member.person().confirming(member.here()).send().ok();
  }

  @Override
  public void judge(Said said, boolean mayBeLost) {
    assertThat(member.factors()).as("%s: factors", member.person()).isEqualTo(1);
    assertThat(member.epoch()).as("%s: epoch", member.person()).isEqualTo(epoch + 1);
    for (var fact : new String[] {"MfaEnabled", "SessionsRevoked", "ApiKeyRotated"}) {
      assertThat(said.ids(member.account(), fact)).as(fact).hasSize(1);
    }
    assertThat(member.logLines("mfa_enabled")).as("lines in the security log").isEqualTo(1);
    member.assertShutOut(there.token());
    Signs.token(beside).ifPresent(member::assertShutOut);
    member.assertIn(member.here().token(), mayBeLost);
    assertThat(member.person().challenge()).as("the code is asked for").isNotEmpty();
  }
}
