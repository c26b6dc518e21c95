package dev.latchkey.e2e.chaos;

import static dev.latchkey.e2e.chaos.Member.PATIENCE;
import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.SignedIn;
import java.time.Duration;

/** Closes the account; nothing of it is left, and nothing opens it again. */
final class Leaving implements Role {

  private final Member member;
  private SignedIn there;

  Leaving(Member member) {
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
  }

  @Override
  public void act(Deeds deeds) {
    var unused = deeds.plan("closing", this::closing);
  }

  private Call closing() {
    return member
        .api()
        .delete("/account")
        .bearer(member.here().token())
        .password(member.person().password());
  }

  @Override
  public void insist() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(this::closed);
  }

  private boolean closed() {
    if (member.epoch() == 0) {
      return true;
    }
    member.comeBack();
    return closing().send().ok();
  }

  @Override
  public void judge(Said said, boolean mayBeLost) {
    assertThat(member.epoch()).as("%s: no account", member.person()).isZero();
    assertThat(said.ids(member.account(), "AccountClosed")).as("AccountClosed").hasSize(1);
    for (var table : new String[] {"totp_factor", "enrolment", "recovery_phone"}) {
      assertThat(
              member.number(
                  Owner.MFA,
                  "select count(*) from " + table + " where account = ?",
                  member.account()))
          .as("%s: %s", member.person(), table)
          .isZero();
    }
    member.assertShutOut(member.here().token());
    member.assertShutOut(there.token());
    assertThat(member.person().signingIn().sendPatiently()).hasStatus(401);
  }
}
