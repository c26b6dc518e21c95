package dev.latchkey.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.person.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Signs in with a code that somebody else uses too, and makes an authorization. */
final class Arriving implements Role {

  private static final int AT_ONCE = 2;
  private static final int CREATED = 201;

  private final Member member;
  private final List<CompletableFuture<Optional<Answer>>> signIns = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private String code = "";
  private long epoch;
  private CompletableFuture<Optional<Answer>> authorization =
      CompletableFuture.completedFuture(Optional.empty());

  Arriving(Member member) {
    this.member = member;
  }

  @Override
  public Member member() {
    return member;
  }

  @Override
  public void prepare() {
    epoch = member.epoch();
    code = member.person().authenticator().freshCode();
  }

  @Override
  public void act(Deeds deeds) {
    for (int i = 0; i < AT_ONCE; i++) {
      signIns.add(deeds.plan("sign-in with a code", () -> member.person().signingIn().code(code)));
    }
    authorization =
        deeds.plan(
            "authorization",
            () ->
                member
                    .api()
                    .post("/oauth/authorizations")
                    .bearer(member.here().token())
                    .json(Map.of("description", "made in chaos")));
  }

  /** Whoever looked over the shoulder tries the code once more. */
  @Override
  public void insist() {
    var late = member.person().signingIn().code(code).sendPatiently();
    tokens.addAll(Signs.tokens(signIns));
    Signs.token(late).ifPresent(tokens::add);
  }

  @Override
  public void judge(Said said, boolean mayBeLost) {
    assertThat(tokens.size()).as("%s: sign-ins with one code", member.person()).isLessThan(2);
    assertThat(said.ids(member.account(), "SignedIn").size())
        .as("%s: sign-ins that were told", member.person())
        .isGreaterThanOrEqualTo(tokens.size());
    tokens.forEach(token -> member.assertIn(token, mayBeLost));
    assertThat(member.epoch()).as("%s: epoch", member.person()).isEqualTo(epoch);

    long rows =
        member.number(
            Owner.TOKEN,
            "select count(*) from authorizations where account = ? and description = ?",
            member.account(),
            "made in chaos");
    assertThat(said.ids(member.account(), "AuthorizationCreated")).hasSize((int) rows);
    authorization
        .join()
        .filter(answer -> answer.status() == CREATED)
        .ifPresent(made -> member.assertIn(Known.secret(made.text("/access_token/token")), false));
  }
}
