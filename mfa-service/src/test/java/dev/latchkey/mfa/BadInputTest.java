package dev.latchkey.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Verb;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadInputTest {

  private static final String ORIGIN = "\"origin\":{\"ip\":\"192.0.2.1\",\"client\":\"a test\"}";

  private final Person alice = Person.named("alice");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 |",
        "400 | {",
        "400 | {\"code\"",
        "422 | []",
        "422 | 7",
        "422 | {}",
        "422 | {\"code\":null}",
        "422 | {\"code\":123456}",
        "422 | {\"code\":[\"123456\"]}",
        "422 | {\"code\":{}}",
        "422 | {\"code\":\"12345\\u00006\"}",
        "422 | {\"code\":\"1234567890123456789012345678901234567890123456789012345678901234567\"}",
        "404 | {\"code\":\"123456\"}",
        "404 | {\"code\":\"123456\",\"more\":true}"
      })
  void confirm_refuses_what_it_cannot_use(int status, String body) {
    var identity = alice.identity().header();

    assertRefused(Service.ask(Verb.POST, Person.CONFIRM, identity, text(body)), status);

    assertThat(alice.status().json().path("enabled").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 |",
        "400 | {",
        "422 | []",
        "422 | {}",
        "422 | {\"code\":null}",
        "422 | {\"code\":12345678}",
        "422 | {\"code\":\"1234\\u00005678\"}",
        "404 | {\"code\":\"12345678\"}"
      })
  void confirming_a_phone_refuses_what_it_cannot_use(int status, String body) {
    var identity = alice.identity().header();

    assertRefused(Service.ask(Verb.POST, Phone.CONFIRM, identity, text(body)), status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 |",
        "422 | {}",
        "422 | {\"number\":null}",
        "422 | {\"number\":4915123456789}",
        "422 | {\"number\":\"+49151\\u000023456789\"}",
        "422 | {\"number\":\"+49151\\ud80023456789\"}",
        "422 | {\"number\":\"\"}",
        "404 | {\"number\":\"+49 151 23456789\"}"
      })
  void setting_a_phone_refuses_what_it_cannot_use(int status, String body) {
    var identity = alice.identity().withPassword(Verb.PUT, Phone.PATH).header();

    assertRefused(Service.ask(Verb.PUT, Phone.PATH, identity, text(body)), status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 |",
        "400 | nonsense",
        "422 | []",
        "422 | {}",
        "422 | {\"code\":\"123456\"}",
        "422 | {\"code\":\"123456\",\"purpose\":\"SIGN_IN\"}",
        "422 | {\"code\":\"123456\",\"purpose\":\"WORLD_PEACE\",ORIGIN}",
        "422 | {\"code\":123456,\"purpose\":\"SIGN_IN\",ORIGIN}",
        "422 | {\"code\":null,\"purpose\":\"SIGN_IN\",ORIGIN}",
        "422 | {\"code\":\"123456\",\"purpose\":\"SIGN_IN\",\"knownDevice\":\"yes\",ORIGIN}",
        "422 | {\"code\":\"123456\",\"purpose\":\"SIGN_IN\",\"origin\":\"here\"}"
      })
  void verify_refuses_what_it_cannot_use(int status, String body) {
    var text = text(body).replace("ORIGIN", ORIGIN);

    assertRefused(Service.askInternally(Verb.POST, alice.verifyPath(), text), status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 |",
        "422 | {}",
        "422 | {\"epoch\":\"seven\",ORIGIN}",
        "422 | {\"epoch\":7}",
        "422 | {\"epoch\":7,\"keptSession\":\"me\",ORIGIN}",
        "404 | {\"epoch\":7,ORIGIN}"
      })
  void switching_off_for_auth_service_refuses_what_it_cannot_use(int status, String body) {
    var text = text(body).replace("ORIGIN", ORIGIN);

    assertRefused(Service.askInternally(Verb.DELETE, alice.factorPath(), text), status);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /internal/accounts/me/second-factor, 404",
    "GET, /internal/accounts/1/second-factor, 404",
    "PUT, /internal/accounts/1/second-factor, 403",
    "GET, /internal/nothing, 403"
  })
  void internal_paths_that_do_not_exist_are_refused(Verb verb, String path, int status) {
    assertRefused(Service.askInternally(verb, path, ""), status);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /account/two-factor/actions/confirm, 405",
    "PATCH, /account/two-factor, 405",
    "GET, /account/two-factor/secret, 404",
    "GET, /account, 404"
  })
  void public_paths_that_do_not_exist_are_said_not_to(Verb verb, String path, int status) {
    assertRefused(Service.ask(verb, path, alice.identity().header(), ""), status);
  }

  @Test
  void a_huge_body_is_refused() {
    var body = "{\"code\":\"" + "1".repeat(70_000) + "\"}";

    assertRefused(Service.ask(Verb.POST, Person.CONFIRM, alice.identity().header(), body), 413);
  }

  @Test
  void nobody_comes_in_without_an_identity() {
    assertRefused(Service.ask(Verb.GET, Person.TWO_FACTOR, "nonsense", ""), 401);
    assertRefused(
        Service.ask(Verb.GET, Person.TWO_FACTOR, alice.identity().forged().header(), ""), 401);
  }

  @Test
  void an_unknown_account_has_no_factor() {
    var path = "/internal/accounts/" + UUID.randomUUID() + "/second-factor";

    var answer = Service.askInternally(Verb.GET, path, "");

    assertThat(answer.response().body())
        .isEqualTo("{\"due\":false,\"methods\":[],\"since\":null,\"recoveryCodesLeft\":0}");
  }

  private static String text(String body) {
    return body == null ? "" : body;
  }

  private static void assertRefused(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.id()).isNotEmpty();
    assertThat(answer.text("message")).isNotEmpty();
  }
}
