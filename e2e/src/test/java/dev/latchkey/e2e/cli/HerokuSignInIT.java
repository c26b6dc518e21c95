package dev.latchkey.e2e.cli;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.Texted;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code heroku login -i}, each way in: what asks for a code with both CLIs. */
@OnThePlatform
@Order(2) // The longest first: they would run alone at the end.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HerokuSignInIT {

  private final Platform platform;
  private final Api api;
  private final Map<HerokuCli, Texted> texted = new EnumMap<>(HerokuCli.class);

  HerokuSignInIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @BeforeAll
  void two_people_have_a_phone() {
    for (var cli : HerokuCli.values()) {
      var unused = cli.installed(platform.root());
      texted.put(cli, platform.texted());
    }
  }

  @Test
  void the_password_is_enough_without_two_factor() {
    var bob = platform.people().signedUp("bob");
    var laptop = laptop();

    laptop.login(bob, bob.password()).expect("Logged in as " + bob.email()).exits(0);

    assertThat(laptop.runs("whoami")).contains(bob.email());
    assertThat(laptop.runs("2fa")).contains("Two-factor authentication is not enabled");
    assertThat(account(laptop.token().orElseThrow())).hasStatus(200);
  }

  @Test
  void a_wrong_password_signs_nobody_in() {
    var bob = platform.people().signedUp("bob");
    var laptop = laptop();

    var shown = laptop.login(bob, "not " + bob.password()).exits(2);

    assertThat(shown).contains("Error ID: unauthorized").doesNotContain("Logged in");
    assertThat(laptop.token()).isEmpty();
    assertThat(laptop.fails(100, "whoami")).contains("not logged in");
  }

  @Test
  void with_two_factor_it_asks_for_a_code_and_takes_it() {
    var alice = withTwoFactor("alice");
    var laptop = laptop();

    laptop
        .login(alice, alice.password())
        .expect("Two-factor code")
        .type(alice.authenticator().freshCode())
        .expect("Logged in as " + alice.email())
        .exits(0);

    assertThat(laptop.runs("2fa")).contains("Two-factor authentication is enabled");
  }

  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  void a_wrong_code_signs_nobody_in(HerokuCli cli) {
    var alice = withTwoFactor("alice");
    var laptop = laptop(cli);

    var shown =
        laptop
            .login(alice, alice.password())
            .expect("Two-factor code")
            .type(alice.authenticator().wrongCode())
            .exits(2);

    assertThat(shown).contains("Error ID: invalid_two_factor_code").doesNotContain("Logged in");
    assertThat(laptop.token()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  void a_recovery_code_is_taken_where_the_code_is_asked(HerokuCli cli) {
    var dave = platform.people().signedUp("dave");
    var here = dave.signIn("browser");
    dave.enrol(here);
    var codes = dave.recoveryCodes(here);
    var laptop = laptop(cli);

    laptop
        .login(dave, dave.password())
        .expect("Two-factor code")
        .type(codes.getFirst())
        .expect("Logged in as " + dave.email())
        .exits(0);

    var left = api.get("/account/two-factor").bearer(here.token()).send();
    assertThat(left).hasText("/recovery_codes_left", "9");
  }

  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  @Order(Integer.MAX_VALUE)
  void a_text_message_asked_for_beside_it_is_taken_too(HerokuCli cli) {
    var carol = Objects.requireNonNull(texted.get(cli));
    carol.awaitNextText();
    var terminal = laptop(cli).login(carol.person(), carol.person().password());
    terminal.expect("Two-factor code");

    assertThat(carol.owner().recover()).hasStatus(201);

    terminal.type(carol.phone().code(2)).expect("Logged in as " + carol.person().email()).exits(0);
  }

  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  void an_authorization_is_taken_for_the_password_and_asks_for_no_code(HerokuCli cli) {
    var alice = platform.people().signedUp("alice");
    var here = alice.signIn("browser");
    alice.enrol(here);
    var codespaces = alice.authorize(here, "global");
    var laptop = laptop(cli);

    var shown = laptop.login(alice, codespaces).expect("Logged in as " + alice.email()).exits(0);

    assertThat(shown).doesNotContain("Two-factor");
    assertThat(laptop.token().orElseThrow()).isNotEqualTo(codespaces);
    assertThat(laptop.runs("whoami")).contains(alice.email());
  }

  @Test
  void switching_two_factor_on_elsewhere_ends_the_sign_in_and_not_an_explicit_token() {
    var alice = platform.people().signedUp("alice");
    var here = alice.signIn("browser");
    var script = alice.authorize(here, "global");
    var laptop = laptop();
    laptop.login(alice, alice.password()).expect("Logged in as").exits(0);
    var remote = laptop();
    remote.login(alice, script).expect("Logged in as").exits(0);

    alice.enrol(here);

    assertThat(laptop.fails(2, "whoami")).contains("Error ID: unauthorized");
    assertThat(remote.fails(2, "whoami")).contains("Error ID: unauthorized");
    assertThat(laptop.where(Map.of("HEROKU_API_KEY", script)).runs("whoami"))
        .contains(alice.email());
  }

  private Laptop laptop() {
    return laptop(HerokuCli.V11);
  }

  private Laptop laptop(HerokuCli cli) {
    return Laptop.with(cli, platform);
  }

  private Person withTwoFactor(String name) {
    var person = platform.people().signedUp(name);
    person.enrol(person.signIn("browser"));
    return person;
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }
}
