package dev.latchkey.e2e.chaos;

import static dev.latchkey.e2e.chaos.Member.PATIENCE;
import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.SignedIn;
import java.time.Duration;
import java.util.Map;

/** Changes the password, which ends other sessions. */
final class ChangingPassword implements Role {

  private final Member member;
  private final String old;
  private final String next;
  private SignedIn there;
  private long epoch;

  ChangingPassword(Member member) {
    this.member = member;
    there = member.here();
    old = member.person().password();
    next = Known.secret("later " + old);
  }

  @Override
  public Member member() {
    return member;
  }

  @Override
  public void prepare() {
    there = member.person().signIn("there");
    epoch = member.epoch();
  }

  @Override
  public void act(Deeds deeds) {
    var unused = deeds.plan("new password", this::change);
  }

  private Call change() {
    return member
        .api()
        .patch("/account")
        .bearer(member.here().token())
        .json(Map.of("password", old, "new_password", next));
  }

  /** With the session gone, the old password still signs in as long as nothing was changed. */
  @Override
  public void insist() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(this::changed);
    member.person().knows(next);
    member.comeBack();
  }

  private boolean changed() {
    if (member.epoch() > epoch) {
      return true;
    }
    member.comeBack();
    return change().send().ok();
  }

  @Override
  public void judge(Said said, boolean mayBeLost) {
    assertThat(member.epoch()).as("%s: epoch", member.person()).isEqualTo(epoch + 1);
    for (var fact : new String[] {"PasswordChanged", "SessionsRevoked", "ApiKeyRotated"}) {
      assertThat(said.ids(member.account(), fact)).as(fact).hasSize(1);
    }
    assertThat(member.logLines("password_changed")).as("lines in the log").isEqualTo(1);
    member.assertShutOut(there.token());
    member.assertIn(member.here().token(), mayBeLost);
    member.assertPasswordIsEnough();
    assertThat(member.api().post("/sessions").basic(member.person().email(), old).sendPatiently())
        .hasStatus(401);
  }
}
