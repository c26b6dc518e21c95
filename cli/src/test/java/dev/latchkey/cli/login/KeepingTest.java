package dev.latchkey.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.Ran;
import dev.latchkey.cli.credential.Credentials;
import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.platform.LocalPlatform;
import dev.latchkey.cli.platform.LocalPlatform.Asked;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the sign-in that another one takes the place of. */
class KeepingTest {

  private static final String EARLIER = "lkat_" + "0".repeat(40);
  private static final String LATER = "lkat_" + "1".repeat(40);
  private static final String LISTED =
      "[{\"id\":\"7\",\"access_token\":{\"token\":\"%s\"}}]".formatted(EARLIER);

  @TempDir Path home;
  private LocalPlatform platform;

  enum Way {
    PASSWORD,
    BROWSER,
    TOKEN
  }

  @BeforeEach
  void a_platform_lets_everybody_in() throws IOException {
    platform =
        LocalPlatform.saying(200, "{\"email\":\"alice@example.com\"}")
            .says("POST /sessions", 201, "{\"token\":\"%s\"}".formatted(LATER))
            .says("POST /auth", 201, "{\"browser_url\":\"/b\",\"cli_url\":\"/c\",\"token\":\"t\"}")
            .says("GET /c", 200, "{\"access_token\":\"%s\"}".formatted(LATER))
            .says("GET /oauth/authorizations", 200, LISTED);
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private void earlier(Kind kind) {
    var unused =
        credentials().keep(new Kept(platform.url(), "bob@example.com", kind, EARLIER, null));
  }

  private Credentials credentials() {
    return Credentials.of(Map.of(), home);
  }

  private int signIn(Way way) {
    return switch (way) {
      case PASSWORD -> withPassword();
      case BROWSER -> Ran.latch(home, Map.of(), "login", "--browser").code();
      case TOKEN -> withToken(LATER).code();
    };
  }

  /** Without the questions, for which there is no terminal. */
  private int withPassword() {
    var clock = Clock.fixed(Ran.NOW, ZoneOffset.UTC);
    var here = new Surroundings(Map.of(), home, clock, Ran.nobody(), Ran.nowhere());
    try (var invocation = new Invocation(here)) {
      var unused = new SignIn(invocation).with("alice@example.com", "hunter2");
    }
    return 0;
  }

  private Ran withToken(String token) {
    return Ran.given(token, home, Map.of(), "login", "--token-stdin");
  }

  private List<String> ended() {
    return platform.asked().stream()
        .filter(asked -> asked.method().equals("DELETE"))
        .filter(asked -> asked.header("Authorization").contains("Bearer " + EARLIER))
        .map(Asked::path)
        .toList();
  }

  private String kept() {
    return credentials().at(platform.url()).orElseThrow().token();
  }

  @ParameterizedTest
  @EnumSource
  void an_earlier_session_ends(Way way) {
    earlier(Kind.SESSION);

    int code = signIn(way);

    assertThat(code).isZero();
    assertThat(ended()).containsExactly("/oauth/sessions/~");
    assertThat(kept()).isEqualTo(LATER);
  }

  @ParameterizedTest
  @EnumSource
  void an_earlier_sign_in_by_a_browser_ends(Way way) {
    earlier(Kind.LOGIN);

    int code = signIn(way);

    assertThat(code).isZero();
    assertThat(ended()).containsExactly("/oauth/authorizations/7");
    assertThat(kept()).isEqualTo(LATER);
  }

  @ParameterizedTest
  @EnumSource
  void a_token_that_was_brought_along_goes_on(Way way) {
    earlier(Kind.BROUGHT);

    int code = signIn(way);

    assertThat(code).isZero();
    assertThat(ended()).isEmpty();
    assertThat(kept()).isEqualTo(LATER);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SESSION", "LOGIN"})
  void the_same_token_once_more_is_not_ended(Kind kind) {
    earlier(kind);

    var ran = withToken(EARLIER);

    assertThat(ran.code()).isZero();
    assertThat(ended()).isEmpty();
    assertThat(kept()).isEqualTo(EARLIER);
  }

  @Test
  void one_that_cannot_be_ended_is_told_of_and_hinders_nobody() {
    earlier(Kind.LOGIN);
    platform.says("DELETE /oauth/authorizations/7", 503, "{\"id\":\"no\",\"message\":\"Later.\"}");

    var ran = withToken(LATER);

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                "Signed in as alice@example.com, with that token.\n",
                "Careful: the earlier sign-in, as bob@example.com, may go on. Later.\n"));
    assertThat(kept()).isEqualTo(LATER);
  }

  @Test
  void one_that_has_ended_already_is_not_spoken_of() {
    earlier(Kind.SESSION);
    platform.says("DELETE /oauth/sessions/~", 401, "{\"id\":\"unauthorized\"}");

    var ran = withToken(LATER);

    assertThat(ran.code()).isZero();
    assertThat(ran.error()).isEmpty();
  }
}
