package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A command line is signed in through a browser, as {@code heroku login} does it. */
@OnThePlatform
class BrowserLoginIT {

  private static final Duration SOON = Slack.of(Duration.ofSeconds(10));
  private static final String WAITING = "latchkey_browser_login_waiting";

  private final Platform platform;
  private final Api api;
  private Person laura;
  private SignedIn here;

  BrowserLoginIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    laura = platform.people().stranger("laura");
    here = new SignedIn("", "", "");
  }

  @BeforeEach
  void laura_is_signed_in_with_a_browser() {
    laura = platform.people().signedUp("laura");
    here = laura.signIn("browser");
  }

  @Test
  void it_waits_is_approved_and_is_signed_in_until_two_factor_is_switched_on() {
    var login = open();
    var polling = poll(login).sendAsync();
    awaitWaiting(1);

    assertThat(decide(login, "approve")).hasStatus(200).hasText("/state", "approved");

    var answer = polling.join();
    assertThat(answer).hasStatus(200);
    var token = Known.secret(answer.text("/access_token"));
    assertThat(account(token)).hasStatus(200).hasText("/email", laura.email());
    assertThat(laura.mailbox().mailAbout("A command line signed in")).contains("From address: ");
    laura.enrol(here);
    assertThat(account(token)).isRefused(401, "unauthorized");
  }

  @Test
  @Tag("attack-54")
  void what_was_made_so_may_do_what_a_sign_in_may_and_shows_a_factor_of_its_own() {
    laura.enrol(here);
    var login = open();
    var code = laura.authenticator().freshCode();
    assertThat(approving(login).bearer(here.token()).code(code).send()).hasStatus(200);
    var token = Known.secret(poll(login).send().text("/access_token"));

    var unproven = authorizing(token).send();
    var made = authorizing(token).code(laura.authenticator().freshCode()).send();

    assertThat(unproven).isRefused(403, "two_factor");
    assertThat(made).hasStatus(201);
    Known.secret(made.text("/access_token/token"));
    assertThat(api.get("/oauth/authorizations/~").bearer(token).send()).hasStatus(200);
    assertThat(api.delete("/oauth/sessions/~").bearer(token).send())
        .isRefused(404, "not_found")
        .hasText("/resource", "session");
  }

  private Call authorizing(String token) {
    return api.post("/oauth/authorizations")
        .bearer(token)
        .json(Map.of("description", "Codespaces"));
  }

  @Test
  void denied_is_denied() {
    var login = open();
    var polling = poll(login).sendAsync();

    assertThat(decide(login, "deny")).hasStatus(200);

    assertThat(polling.join().text("/error")).contains("denied");
  }

  @Test
  void a_token_goes_to_one_of_many_who_ask_at_once() {
    var login = open();
    assertThat(decide(login, "approve")).hasStatus(200);

    var answers = IntStream.range(0, 8).mapToObj(i -> poll(login).sendAsync()).toList();

    var tokens =
        answers.stream()
            .map(answer -> answer.join().text("/access_token"))
            .filter(text -> !text.isEmpty())
            .toList();
    assertThat(tokens).hasSizeLessThanOrEqualTo(1);
    tokens.forEach(Known::secret);
    var made =
        platform
            .postgres()
            .number(
                Owner.TOKEN,
                "select count(*) from authorizations where account = ?",
                UUID.fromString(laura.account(here)));
    assertThat(made).isEqualTo(1);
  }

  @Test
  void whoever_hangs_up_gives_the_seat_back_and_the_token_waits_for_the_next() throws IOException {
    var login = open();
    try (var client = new Socket("127.0.0.1", platform.url().getPort())) {
      var request =
          "GET %s HTTP/1.1\r\nHost: api\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(login.text("/cli_url"), login.text("/token"));
      client.getOutputStream().write(request.getBytes(US_ASCII));
      awaitWaiting(1);
    }
    awaitWaiting(0);

    assertThat(decide(login, "approve")).hasStatus(200);

    Known.secret(poll(login).send().text("/access_token"));
  }

  private Answer open() {
    var answer =
        api.post("/auth").json(Map.of("description", "Heroku CLI login from laptop")).send();
    assertThat(answer).hasStatus(201);
    Known.secret(answer.text("/token"));
    return answer;
  }

  private Call poll(Answer login) {
    return api.get(login.text("/cli_url")).bearer(login.text("/token"));
  }

  private Call approving(Answer login) {
    return api.post(deciding(login) + "/actions/approve");
  }

  /** What the page at {@code browser_url} calls: the login is the end of its path. */
  private static String deciding(Answer login) {
    var page = login.text("/browser_url");
    return "/auth/browser" + page.substring(page.lastIndexOf('/'));
  }

  private Answer decide(Answer login, String how) {
    return api.post(deciding(login) + "/actions/" + how).bearer(here.token()).send();
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }

  private void awaitWaiting(int count) {
    await().atMost(SOON).until(() -> platform.service(Owner.AUTH).metric(WAITING) == count);
  }
}
