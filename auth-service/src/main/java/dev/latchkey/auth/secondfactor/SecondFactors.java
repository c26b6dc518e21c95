package dev.latchkey.auth.secondfactor;

import dev.latchkey.auth.secondfactor.SecondFactorClient.Disable;
import dev.latchkey.auth.secondfactor.SecondFactorClient.Due;
import dev.latchkey.auth.secondfactor.SecondFactorClient.Verified;
import dev.latchkey.auth.secondfactor.SecondFactorClient.Verify;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Second factors of accounts, as mfa-service has them. When it is away every question fails, and
 * with it the sign-in: a factor is never skipped.
 */
@ApplicationScoped
public class SecondFactors {

  private final SecondFactorClient client;

  SecondFactors(@RestClient SecondFactorClient client) {
    this.client = client;
  }

  /** The methods that the account can answer with; nothing when no second factor is due. */
  public Uni<Optional<List<String>>> due(AccountId account) {
    return client
        .due(account.value())
        .map(answer -> answer.due() ? Optional.of(answer.methods()) : Optional.empty());
  }

  /** How many recovery codes the account has not used yet; null when that is not known. */
  public Uni<@Nullable Integer> recoveryCodesLeft(AccountId account) {
    return client.due(account.value()).map(Due::recoveryCodesLeft);
  }

  /** Checks, and spends, a code at sign-in. */
  public Uni<CodeVerdict> atSignIn(
      AccountId account, CodeAttempt attempt, @Nullable String challenge) {
    return verify(account, attempt, challenge, Verify.Purpose.SIGN_IN);
  }

  /** Checks, and spends, a code that is shown with a signed-in request. */
  public Uni<CodeVerdict> atStepUp(AccountId account, CodeAttempt attempt) {
    return verify(account, attempt, null, Verify.Purpose.STEP_UP);
  }

  /**
   * Switches two-factor off; the caller has checked password and credential. False when another
   * change of the account came first, so that it is still on. Where it is off already, that is what
   * was asked for.
   */
  public Uni<Boolean> disable(
      AccountId account, int epoch, @Nullable SessionId kept, Origin origin) {
    return client
        .disable(account.value(), new Disable(epoch, kept, origin))
        .map(done -> true)
        .onFailure(failure -> is(Response.Status.NOT_FOUND, failure))
        .recoverWithItem(true)
        .onFailure(failure -> is(Response.Status.CONFLICT, failure))
        .recoverWithItem(false);
  }

  private static boolean is(Response.Status status, Throwable failure) {
    return failure instanceof WebApplicationException refusal
        && refusal.getResponse().getStatus() == status.getStatusCode();
  }

  private Uni<CodeVerdict> verify(
      AccountId account, CodeAttempt attempt, @Nullable String challenge, Verify.Purpose purpose) {
    var command =
        new Verify(
            attempt.code(),
            attempt.epoch(),
            attempt.knownDevice(),
            challenge,
            purpose,
            attempt.origin());
    return client.verify(account.value(), command).map(SecondFactors::verdict);
  }

  private static CodeVerdict verdict(Verified answer) {
    return switch (answer.outcome()) {
      case PASSED -> new CodeVerdict.Passed(Proof.of(String.valueOf(answer.proof())));
      case WRONG -> new CodeVerdict.Wrong();
      case LOCKED -> new CodeVerdict.Locked(Duration.ofSeconds(answer.retryAfterSeconds()));
      case NOT_ENROLLED -> new CodeVerdict.NotEnrolled();
    };
  }
}
