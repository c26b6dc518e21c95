package dev.latchkey.mfa.recoverycode;

import dev.latchkey.contracts.event.MfaEvent.RecoveryCodesIssued;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Issues ten new codes; the old ones are dead with the commit, at whatever prompt they wait. */
@ApplicationScoped
class RecoveryCodeIssuing {

  private final RecoveryCodeAccess access;
  private final RecoveryCodeHashing hashing;
  private final RecoveryCodeSeal seal;
  private final RecoveryCodeConfig config;
  private final Writing writing;
  private final SecureRandom random;
  private final RandomIds ids;

  RecoveryCodeIssuing(
      RecoveryCodeAccess access,
      RecoveryCodeHashing hashing,
      RecoveryCodeSeal seal,
      RecoveryCodeConfig config,
      Writing writing,
      SecureRandom random,
      RandomIds ids) {
    this.access = access;
    this.hashing = hashing;
    this.seal = seal;
    this.config = config;
    this.writing = writing;
    this.random = random;
    this.ids = ids;
  }

  Uni<RecoveryCodesOutcome> issue(AskForCodes ask) {
    return hashing
        .offTheLoop(this::made)
        .chain(made -> access.allow(ask, since -> writing.write(ask, since, made)));
  }

  private NewCodes made() {
    var set = ids.next();
    var salt = hashing.salt();
    var shown =
        Stream.generate(() -> RecoveryCode.random(random)).limit(RecoveryCodeSet.SIZE).toList();
    var kept = new ArrayList<KeptCode>();
    for (var code : shown) {
      var id = ids.next();
      kept.add(new KeptCode(id, set, kept.size(), hashing.hash(code, salt), sealed(code, id)));
    }
    return new NewCodes(set, salt, shown, kept);
  }

  private @Nullable String sealed(RecoveryCode code, UUID row) {
    return switch (config.policy()) {
      case VIEWABLE -> seal.seal(row, code);
      case HASHED -> null;
    };
  }

  /** The transaction of {@link RecoveryCodeIssuing}. */
  @ApplicationScoped
  static class Writing {

    private final RecoveryCodeAccess access;
    private final TotpFactors factors;
    private final RecoveryCodes codes;
    private final Outbox outbox;
    private final OriginSeal origins;
    private final Clock clock;

    Writing(
        RecoveryCodeAccess access,
        TotpFactors factors,
        RecoveryCodes codes,
        Outbox outbox,
        OriginSeal origins,
        Clock clock) {
      this.access = access;
      this.factors = factors;
      this.codes = codes;
      this.outbox = outbox;
      this.origins = origins;
      this.clock = clock;
    }

    /** Held, so that of two who issue at once the second replaces what the first has made. */
    @WithTransaction
    Uni<RecoveryCodesOutcome> write(AskForCodes ask, EventId switchedOn, NewCodes made) {
      return factors
          .hold(ask.account())
          .chain(() -> access.holds(ask, switchedOn))
          .chain(holds ->
              holds
                  ? written(ask, switchedOn, made)
                  : Uni.createFrom().item(new RecoveryCodesOutcome.AccountChanged()));
    }

    private Uni<RecoveryCodesOutcome> written(AskForCodes ask, EventId switchedOn, NewCodes made) {
      var account = ask.account();
      var now = clock.instant();
      var set = new RecoveryCodeSet(made.set(), account, switchedOn, made.salt(), now);
      var fact = new RecoveryCodesIssued(account, now, origins.seal(account, ask.origin()));
      return codes
          .replace(set, made.kept())
          .chain(() -> outbox.append(fact))
          .map(said -> new RecoveryCodesOutcome.Shown(made.shown()));
    }
  }
}
