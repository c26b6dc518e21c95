package dev.latchkey.token.minting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewAuthorizationTest {

  @Test
  void an_empty_object_is_enough() {
    var command = command("{}");

    assertThat(command.description()).isEqualTo("Long-lived user authorization");
    assertThat(command.scopes()).containsExactly(Scope.GLOBAL);
    assertThat(command.lifetime()).isNull();
  }

  @Test
  void the_command_line_signs_in_with_a_number() {
    var command =
        command(
            """
            {"description":"Heroku CLI login from host","expires_in":2592000,"scope":["global"]}
            """);

    assertThat(command.description()).isEqualTo("Heroku CLI login from host");
    assertThat(command.lifetime()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void the_command_line_creates_with_a_text() {
    var command =
        command("{\"description\":\"D\",\"expires_in\":\"3600\",\"scope\":[\"read\",\"write\"]}");

    assertThat(command.lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(command.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
  }

  @Test
  void null_means_left_out() {
    var command = command("{\"description\":null,\"expires_in\":null,\"scope\":null}");

    assertThat(command.description()).isEqualTo("Long-lived user authorization");
    assertThat(command.lifetime()).isNull();
    assertThat(command.scopes()).containsExactly(Scope.GLOBAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1.5",
        "1e3",
        "true",
        "[]",
        "{}",
        "\"\"",
        "\"1h\"",
        "\"-1\"",
        "\"0\"",
        "315360001",
        "99999999999999999999",
        "\"99999999999\"",
        "\" 60\"",
        "\"\\u0661\""
      })
  void an_expiry_that_is_no_count_of_seconds_is_refused(String value) {
    assertThatThrownBy(() -> command("{\"expires_in\":" + value + "}"))
        .isInstanceOf(ProblemException.class)
        .extracting(refusal -> ((ProblemException) refusal).problem().body().message())
        .asString()
        .startsWith("expires_in: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[\"root\"]", "[\"GLOBAL\"]", "[null]", "[\"\"]"})
  void a_scope_that_there_is_not_is_refused(String value) {
    assertThatThrownBy(() -> command("{\"scope\":" + value + "}"))
        .isInstanceOf(ProblemException.class)
        .extracting(refusal -> ((ProblemException) refusal).problem().body().message())
        .asString()
        .startsWith("scope: ");
  }

  @Test
  void a_description_is_printed_on_terminals_and_so_has_no_escape_characters() {
    assertThatThrownBy(() -> command("{\"description\":\"a\\u001b[2Jb\"}"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> command("{\"description\":\"" + "x".repeat(256) + "\"}"))
        .isInstanceOf(ProblemException.class);
    assertThat(command("{\"description\":\"" + "x".repeat(255) + "\"}").description()).hasSize(255);
  }

  private static MintAuthorization command(String json) {
    try {
      return new ObjectMapper().readValue(json, NewAuthorization.class).command(aMaker());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Maker aMaker() {
    return new Maker(
        new AccountId(new UUID(1, 1)),
        CredentialKind.SESSION,
        new UUID(2, 2),
        null,
        false,
        0,
        Set.of(Scope.GLOBAL),
        null,
        false,
        new Origin("192.0.2.1", "test"));
  }
}
