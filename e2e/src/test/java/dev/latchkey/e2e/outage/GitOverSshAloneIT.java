package dev.latchkey.e2e.outage;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.SshServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** Git over SSH asks auth-service and PostgreSQL, and needs nothing else to be there. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(Integer.MAX_VALUE - 5)
@Isolated
class GitOverSshAloneIT {

  private final Platform platform;
  private SshServer server;

  @SuppressWarnings("NullAway") // Started before the first test.
  GitOverSshAloneIT(Platform platform) {
    this.platform = platform;
  }

  @BeforeAll
  void a_git_server_runs() {
    assumeTrue(SshServer.possible(), "openssh-server, curl or openssl is not installed");
    server = SshServer.start(platform);
  }

  @AfterAll
  void it_is_stopped() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void nobody_signs_in_while_auth_service_is_away_and_all_do_when_it_is_back() {
    var judy = keyHolder("judy");

    platform.service(Owner.AUTH).stop();
    try {
      server.assertRefuses("judy");
      assertThat(server.log()).contains("AuthorizedKeysCommand", "failed, status 1");
    } finally {
      platform.service(Owner.AUTH).start();
      platform.service(Owner.AUTH).awaitReady();
    }

    server.assertAdmits("judy", judy);
  }

  @Test
  @Tag("attack-19")
  void it_needs_neither_redis_nor_kafka_nor_another_service() {
    var karl = keyHolder("karl");

    platform.service(Owner.MFA).stop();
    platform.service(Owner.TOKEN).stop();
    try (var _ = platform.store("redis").pause();
        var _ = platform.store("kafka").pause()) {
      server.assertAdmits("karl", karl);
    } finally {
      platform.service(Owner.TOKEN).start();
      platform.service(Owner.MFA).start();
      platform.service(Owner.TOKEN).awaitReady();
      platform.service(Owner.MFA).awaitReady();
    }
  }

  /** Somebody with a key of that name; their account. */
  private String keyHolder(String name) {
    var person = platform.people().signedUp(name);
    var here = person.signIn();
    var key = Map.of("public_key", server.newKey(name, "ed25519", "256"));
    assertThat(platform.api().post("/account/keys").bearer(here.token()).json(key).send())
        .hasStatus(201);
    var account = person.account(here);
    server.assertAdmits(name, account);
    return account;
  }
}
