package dev.latchkey.token.description;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.Authorizations;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An owner describes an authorization in other words. Its reach and its end stay what they are. */
@ApplicationScoped
class Describing {

  private final Authorizations authorizations;
  private final AccountEpochs epochs;
  private final Clock clock;

  Describing(Authorizations authorizations, AccountEpochs epochs, Clock clock) {
    this.authorizations = authorizations;
    this.epochs = epochs;
    this.clock = clock;
  }

  @WithTransaction
  Uni<DescribingOutcome> describe(Command command) {
    return epochs
        .hold(command.account(), command.epoch())
        .chain(() -> authorizations.live(command.account(), command.id()))
        .chain(found -> describe(command, found));
  }

  private Uni<DescribingOutcome> describe(Command command, Optional<Authorization> found) {
    var words = command.words();
    if (found.isEmpty() || words == null) {
      return Uni.createFrom()
          .item(
              found
                  .<DescribingOutcome>map(DescribingOutcome.Described::new)
                  .orElseGet(DescribingOutcome.Missing::new));
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return authorizations
        .describe(found.get(), words, command.epoch(), now)
        .map(done ->
            done
                ? new DescribingOutcome.Described(found.get())
                : new DescribingOutcome.EpochPassed());
  }

  /**
   * Please describe it so. Read from the caller at the door, because the caller is there only while
   * its request is.
   *
   * @param words null changes nothing
   */
  record Command(AuthorizationId id, @Nullable String words, AccountId account, int epoch) {

    static Command of(Caller caller, AuthorizationId id, @Nullable String words) {
      return new Command(id, words, caller.account(), caller.epoch());
    }
  }
}
