package dev.latchkey.token.rotation;

import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRotated;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.Authorizations;
import dev.latchkey.token.authorization.Ending;
import dev.latchkey.token.authorization.NewToken;
import dev.latchkey.token.authorization.Which;
import dev.latchkey.token.rotation.RotationOutcome.CallerEnded;
import dev.latchkey.token.rotation.RotationOutcome.EpochPassed;
import dev.latchkey.token.rotation.RotationOutcome.Missing;
import dev.latchkey.token.rotation.RotationOutcome.OfClient;
import dev.latchkey.token.rotation.RotationOutcome.Outlived;
import dev.latchkey.token.rotation.RotationOutcome.Rotated;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Gives an authorization another token: same id, same reach, same end. The old token is dead at the
 * commit, and so is what a revocation would have ended with it: a token is rotated because somebody
 * else may have it, and may have made others with it.
 */
@ApplicationScoped
class Rotation {

  private final Authorizations authorizations;
  private final AccountEpochs epochs;
  private final Ending ending;
  private final NewToken.Draw tokens;
  private final Outbox outbox;
  private final OriginSeal origins;
  private final Clock clock;

  Rotation(
      Authorizations authorizations,
      AccountEpochs epochs,
      Ending ending,
      NewToken.Draw tokens,
      Outbox outbox,
      OriginSeal origins,
      Clock clock) {
    this.authorizations = authorizations;
    this.epochs = epochs;
    this.ending = ending;
    this.tokens = tokens;
    this.outbox = outbox;
    this.origins = origins;
    this.clock = clock;
  }

  /** Rotates it, unless the caller may not or is no longer who it was at the edge. */
  @WithTransaction
  Uni<RotationOutcome> rotate(RotateAuthorization command) {
    // Held until the commit: of two at once the later one replaces the token that the earlier one
    // answered, and who came with a token that was replaced meanwhile is refused.
    return epochs
        .hold(command.account(), command.epoch())
        .chain(() -> authorizations.live(command.account(), command.id()))
        .chain(target ->
            target.map(one -> asked(command, one)).orElseGet(() -> answer(new Missing())));
  }

  private Uni<RotationOutcome> asked(RotateAuthorization command, Authorization target) {
    if (target.givenToClient()) {
      return answer(new OfClient());
    }
    var own = command.own();
    return own == null
        ? renew(command, target)
        : authorizations
            .live(command.account(), own, command.ownToken())
            .chain(caller -> asked(command, target, caller));
  }

  private Uni<RotationOutcome> asked(
      RotateAuthorization command, Authorization target, Optional<Authorization> caller) {
    if (caller.isEmpty()) {
      return answer(new CallerEnded());
    }
    // An application's token ends long before the authorization that it belongs to.
    return caller.get().givenToClient() || target.outlives(caller.get())
        ? answer(new Outlived())
        : renew(command, target);
  }

  private Uni<RotationOutcome> renew(RotateAuthorization command, Authorization target) {
    var token = tokens.next();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return authorizations
        .renew(target, token, command.epoch(), now)
        .chain(renewed ->
            renewed
                ? tell(command, target, now).map(said -> new Rotated(target, token))
                : answer(new EpochPassed()));
  }

  private Uni<Void> tell(RotateAuthorization command, Authorization target, Instant now) {
    var account = command.account();
    var origin = origins.seal(account, command.origin());
    return outbox
        .append(new AuthorizationRotated(account, now, target.id(), origin))
        .chain(() -> ending.end(account, Which.madeBy(target), origin));
  }

  private static Uni<RotationOutcome> answer(RotationOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
