package dev.latchkey.auth.session;

import dev.latchkey.auth.secondfactor.SecondFactors;
import dev.latchkey.contracts.identity.Proof;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Advises who signed in with a recovery code. */
@ApplicationScoped
class RecoveryAdvising {

  private static final Logger LOG = Logger.getLogger(RecoveryAdvising.class);

  private final SecondFactors factors;

  RecoveryAdvising(SecondFactors factors) {
    this.factors = factors;
  }

  /** Nothing for who signed in otherwise. Never fails: the code is spent and the session open. */
  Uni<@Nullable RecoveryAdvice> advise(Session session) {
    if (!session.proofs().contains(Proof.RECOVERY_CODE)) {
      return Uni.createFrom().nullItem();
    }
    return factors
        .recoveryCodesLeft(session.account())
        .map(RecoveryAdvice::new)
        .onFailure()
        .invoke(failure -> LOG.warnf("codes left unknown accountId=%s", session.account()))
        .onFailure()
        .recoverWithItem(new RecoveryAdvice(null));
  }
}
