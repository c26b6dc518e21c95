package dev.latchkey.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.Ran;
import dev.latchkey.cli.credential.Credentials;
import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.platform.LocalPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing out of what a browser approved, which is one authorization among many. */
class LogoutTest {

  private static final String TOKEN = "lkat_ours";
  private static final String OTHER = "{\"id\":\"1\",\"access_token\":{\"token\":\"********\"}}";
  private static final String OURS = "{\"id\":\"2\",\"access_token\":{\"token\":\"lkat_ours\"}}";

  @TempDir Path home;
  private LocalPlatform platform;

  @BeforeEach
  void somebody_is_signed_in_by_a_browser() throws IOException {
    platform = LocalPlatform.saying(200, "{}");
    var email = "alice@example.com";
    var unused = credentials().keep(new Kept(platform.url(), email, Kind.LOGIN, TOKEN, null));
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private Credentials credentials() {
    return Credentials.of(Map.of(), home);
  }

  private boolean revoked(String id) {
    return platform.asked().stream()
        .filter(asked -> asked.header("Authorization").contains("Bearer " + TOKEN))
        .anyMatch(asked ->
            asked.method().equals("DELETE") && asked.path().equals("/oauth/authorizations/" + id));
  }

  @Test
  void it_is_found_behind_a_whole_answer_of_newer_ones() {
    platform
        .says(
            "GET /oauth/authorizations",
            200,
            "[" + OTHER + "]",
            Map.of("Next-Range", "id ]1..; max=200"))
        .says("GET /oauth/authorizations id ]1..; max=200", 200, "[" + OURS + "]");

    var ran = Ran.latch(home, Map.of(), "logout");

    assertThat(ran).isEqualTo(new Ran(0, "Signed out.\n", ""));
    assertThat(revoked("2")).isTrue();
    assertThat(credentials().at(platform.url())).isEmpty();
  }

  @Test
  void what_is_not_listed_is_not_said_to_be_over_and_is_kept() {
    platform.says("GET /oauth/authorizations", 200, "[" + OTHER + "]");

    var ran = Ran.latch(home, Map.of(), "logout");

    assertThat(ran.code()).isEqualTo(ExitCode.NOT_FOUND.number());
    assertThat(ran.out()).isEmpty();
    assertThat(ran.error()).startsWith("latch: ").contains("not ended");
    assertThat(revoked("1")).isFalse();
    assertThat(credentials().at(platform.url())).map(Kept::token).contains(TOKEN);
  }

  @Test
  void what_has_ended_already_is_forgotten() {
    platform.says("GET /oauth/authorizations", 401, "{\"id\":\"unauthorized\"}");

    var ran = Ran.latch(home, Map.of(), "logout");

    assertThat(ran).isEqualTo(new Ran(0, "Signed out.\n", ""));
    assertThat(credentials().at(platform.url())).isEmpty();
  }

  @Test
  void what_the_platform_does_not_end_now_is_kept_to_try_again() {
    platform
        .says("GET /oauth/authorizations", 200, "[" + OURS + "]")
        .says("DELETE /oauth/authorizations/2", 503, "{\"id\":\"unavailable\"}");

    var ran = Ran.latch(home, Map.of(), "logout");

    assertThat(ran.code()).isEqualTo(ExitCode.AWAY.number());
    assertThat(credentials().at(platform.url())).isPresent();
  }
}
