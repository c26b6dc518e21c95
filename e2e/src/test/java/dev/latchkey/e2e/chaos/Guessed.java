package dev.latchkey.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.SshKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Somebody has this person's API key and guesses codes with it, before and after the fault. */
final class Guessed implements Role {

  private static final int BUDGET = 10;
  private static final int GUESSES = 9;
  private static final int LATER_GUESSES = 12;
  private static final int WRONG = 403;
  private static final int TOO_MANY = 429;

  private final Member member;
  private final List<CompletableFuture<Optional<Answer>>> guesses = new ArrayList<>();
  private final List<Answer> later = new ArrayList<>();
  private long countedBefore;

  Guessed(Member member) {
    this.member = member;
  }

  @Override
  public Member member() {
    return member;
  }

  @Override
  public void prepare() {
    assertThat(member.apiKey()).isNotEmpty();
    // A sign-in that was right forgave what was tried beside it, but not what came to be counted
    // after it.
    countedBefore = counted();
  }

  @Override
  public void act(Deeds deeds) {
    for (int i = 0; i < GUESSES; i++) {
      guesses.add(deeds.plan("guess", this::guess));
    }
  }

  private Call guess() {
    return member
        .api()
        .post("/account/keys")
        .bearer(member.apiKey())
        .code(member.person().authenticator().wrongCode())
        .json(Map.of("public_key", SshKeys.line("guess")));
  }

  /** Goes on, in the hope that the count begins anew. */
  @Override
  public void insist() {
    for (int i = 0; i < LATER_GUESSES; i++) {
      later.add(guess().sendPatiently());
    }
  }

  @Override
  public void judge(Said said, boolean mayBeLost) {
    var answers = new ArrayList<>(later);
    guesses.forEach(guess -> guess.join().ifPresent(answers::add));
    // 403 says that the code is wrong; who is not looked at any more gets 429.
    long lookedAt = answers.stream().filter(answer -> answer.status() == WRONG).count();
    assertThat(lookedAt).as("%s: guesses looked at", member.person()).isLessThanOrEqualTo(BUDGET);
    assertThat(later.getLast().status()).as("the last guess").isEqualTo(TOO_MANY);
    assertThat(answers).noneMatch(Answer::ok);
    assertThat(counted() - countedBefore)
        .as("%s: guesses counted", member.person())
        .isBetween(lookedAt, (long) BUDGET);
    assertThat(said.ids(member.account(), "SshKeyAdded")).isEmpty();
  }

  /** Failures in a row, as PostgreSQL has them. */
  private long counted() {
    return member.number(
        Owner.MFA,
        "select failures from totp_factor where account = ? and retired_by is null",
        member.account());
  }
}
