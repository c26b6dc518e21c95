package dev.latchkey.mfa.recoverycode;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Erases what is readable of codes from the time before the operator chose to keep hashes only. The
 * codes stay good. Done again and again: during a rollout an older replica may still seal some.
 */
@ApplicationScoped
public class RecoveryCodeUnsealing {

  private final Pool pool;
  private final RecoveryCodeConfig config;

  RecoveryCodeUnsealing(Pool pool, RecoveryCodeConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** How many codes were readable until now; 0 where they may be. */
  public Uni<Integer> unseal() {
    return switch (config.policy()) {
      case VIEWABLE -> Uni.createFrom().item(0);
      case HASHED ->
          pool.query("update recovery_code set sealed = null where sealed is not null")
              .execute()
              .map(rows -> rows.rowCount());
    };
  }
}
