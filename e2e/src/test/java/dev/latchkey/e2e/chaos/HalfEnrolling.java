package dev.latchkey.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.person.Known;

/** Starts an enrolment and never confirms it. */
final class HalfEnrolling implements Role {

  private final Member member;
  private long epoch;

  HalfEnrolling(Member member) {
    this.member = member;
  }

  @Override
  public Member member() {
    return member;
  }

  @Override
  public void prepare() {
    epoch = member.epoch();
  }

  @Override
  public void act(Deeds deeds) {
    var unused =
        deeds
            .plan(
                "half an enrolment",
                () ->
                    member
                        .api()
                        .post("/account/two-factor")
                        .bearer(member.here().token())
                        .password(member.person().password()))
            .thenAccept(answer ->
                answer.filter(one -> one.ok()).ifPresent(one -> Known.secret(one.text("/secret"))));
  }

  @Override
  public void insist() {}

  @Override
  public void judge(Said said, boolean mayBeLost) {
    assertThat(member.factors()).as("%s: factors", member.person()).isZero();
    assertThat(
            member.number(
                Owner.MFA, "select count(*) from enrolment where account = ?", member.account()))
        .as("%s: enrolments", member.person())
        .isLessThan(2);
    assertThat(said.ids(member.account(), "MfaEnabled")).isEmpty();
    assertThat(member.epoch()).as("%s: epoch", member.person()).isEqualTo(epoch);
    member.assertIn(member.here().token(), mayBeLost);
    member.assertPasswordIsEnough();
  }
}
