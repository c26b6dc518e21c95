package dev.latchkey.e2e.outage;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A pod of the version before is restarted in the middle of a rollout, when the database has the
 * migrations of both; or the rollout is taken back.
 */
@OnThePlatform
@Order(Integer.MAX_VALUE - 5)
@Isolated
class LaterVersionIT {

  private static final String MIGRATE =
      """
      insert into flyway_schema_history (installed_rank, version, description, type, script,
        checksum, installed_by, execution_time, success)
      select max(installed_rank) + 1, '99', 'of a later version', 'SQL',
        'V99__of_a_later_version.sql', 1, current_user, 1, true
      from flyway_schema_history
      """;

  private final Platform platform;

  LaterVersionIT(Platform platform) {
    this.platform = platform;
  }

  @ParameterizedTest
  @EnumSource(Owner.class)
  void a_service_starts_on_a_database_that_a_later_version_has_migrated(Owner owner) {
    platform.postgres().execute(owner, MIGRATE);
    try {
      var killed = platform.service(owner).kill();
      platform.service(owner).awaitRevival(killed);
    } finally {
      platform.postgres().execute(owner, "delete from flyway_schema_history where version = '99'");
    }
  }
}
