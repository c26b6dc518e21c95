package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.SshServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real sshd asks whose a key is, and who holds it signs in as that account. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GitOverSshIT {

  private final Platform platform;
  private final Api api;
  private SshServer server;

  @SuppressWarnings("NullAway") // Started before the first test.
  GitOverSshIT(Platform platform) {
    this.platform = platform;
    this.api = platform.api();
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
  @Tag("attack-47")
  void a_key_signs_in_before_and_after_two_factor_is_switched_on_until_it_is_removed() {
    var grace = platform.people().signedUp("grace");
    var here = grace.signIn("laptop");
    var account = grace.account(here);
    var key = add(here, server.newKey("grace", "ed25519", "256"));

    server.assertAdmits("grace", account);
    grace.enrol(here);
    server.assertAdmits("grace", account);
    var removal = api.delete("/account/keys/" + key).bearer(here.token());
    assertThat(removal.code(grace.authenticator().freshCode()).send()).hasStatus(200);

    server.assertRefuses("grace");
  }

  @Test
  void a_key_that_nobody_has_is_refused() {
    var unused = server.newKey("nobodys", "ed25519", "256");

    server.assertRefuses("nobodys");
  }

  @Test
  void each_key_is_its_own_accounts() {
    var grace = platform.people().signedUp("grace");
    var hers = grace.signIn();
    var heidi = platform.people().signedUp("heidi");
    var others = heidi.signIn();
    var unused = add(hers, server.newKey("hers", "ed25519", "256"));
    var taken = server.newKey("others", "ed25519", "256");
    unused = add(others, taken);

    assertThat(
            api.post("/account/keys").bearer(hers.token()).json(Map.of("public_key", taken)).send())
        .isRefused(422, "invalid_params");
    server.assertAdmits("hers", grace.account(hers));
    server.assertAdmits("others", heidi.account(others));
  }

  @ParameterizedTest
  @CsvSource({"rsa, 2048", "rsa, 4096", "ecdsa, 256", "ecdsa, 384", "ecdsa, 521"})
  void a_key_of_each_type_signs_in(String type, String bits) {
    var heidi = platform.people().signedUp("heidi");
    var here = heidi.signIn();
    var name = type + bits;
    var unused = add(here, server.newKey(name, type, bits));

    server.assertAdmits(name, heidi.account(here));
  }

  @Test
  void what_an_account_had_is_refused_when_it_is_closed() {
    var ivan = platform.people().signedUp("ivan");
    var here = ivan.signIn();
    var unused = add(here, server.newKey("ivans", "ed25519", "256"));
    server.assertAdmits("ivans", ivan.account(here));

    var closing = api.delete("/account").bearer(here.token()).password(ivan.password()).send();

    assertThat(closing).hasStatus(200);
    server.assertRefuses("ivans");
  }

  private String add(SignedIn session, String key) {
    var added =
        api.post("/account/keys").bearer(session.token()).json(Map.of("public_key", key)).send();
    assertThat(added).hasStatus(201);
    return added.text("/id");
  }
}
