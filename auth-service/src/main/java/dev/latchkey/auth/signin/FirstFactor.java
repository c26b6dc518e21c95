package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.password.Password;
import dev.latchkey.kit.identity.OpaqueToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The first half of a sign-in, by itself: good for asking that the other half be sent by SMS, and
 * for nothing else. A password counts on the same budget as at any other door.
 */
@ApplicationScoped
public class FirstFactor {

  private final PasswordCheck passwords;
  private final Challenges challenges;
  private final ChallengedAccounts accounts;

  FirstFactor(PasswordCheck passwords, Challenges challenges, ChallengedAccounts accounts) {
    this.passwords = passwords;
    this.challenges = challenges;
    this.accounts = accounts;
  }

  /** By the password itself. */
  public Uni<FirstFactorOutcome> byPassword(
      EmailAddress email, Password password, Optional<OpaqueToken> device) {
    return passwords.check(email, password, device).map(FirstFactor::judged);
  }

  /** By the challenge of who showed the password before; takes none of its tries. */
  public Uni<FirstFactorOutcome> byChallenge(OpaqueToken token) {
    return challenges
        .look(token)
        .chain(found ->
            found
                .map(this::standing)
                .orElseGet(() -> Uni.createFrom().item(new FirstFactorOutcome.ChallengeOver())));
  }

  private Uni<FirstFactorOutcome> standing(Challenge challenge) {
    return accounts
        .inEpoch(challenge)
        .map(found ->
            found
                .<FirstFactorOutcome>map(
                    account -> new FirstFactorOutcome.Shown(account, challenge.id()))
                .orElseGet(FirstFactorOutcome.ChallengeOver::new));
  }

  private static FirstFactorOutcome judged(PasswordCheckOutcome verdict) {
    return switch (verdict) {
      case PasswordCheckOutcome.Right right -> new FirstFactorOutcome.Shown(right.account(), null);
      case PasswordCheckOutcome.Unverified _ -> new FirstFactorOutcome.VerificationNeeded();
      case PasswordCheckOutcome.Wrong _ -> new FirstFactorOutcome.WrongCredentials();
      case PasswordCheckOutcome.Locked locked -> new FirstFactorOutcome.Locked(locked.retryAfter());
    };
  }
}
