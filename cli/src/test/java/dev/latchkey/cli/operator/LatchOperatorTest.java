package dev.latchkey.cli.operator;

import static dev.latchkey.cli.operator.Desk.minute;
import static dev.latchkey.cli.operator.InsidePorts.AUTH;
import static dev.latchkey.cli.operator.InsidePorts.MFA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.Ran;
import dev.latchkey.cli.ending.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs: keys, addresses, and what is wrong with them. */
class LatchOperatorTest {

  private static final String ROTATE = "POST /internal/identity-keys/actions/rotate";

  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void anna_sits_down() throws IOException, GeneralSecurityException {
    desk = Desk.in(home);
  }

  @AfterEach
  void anna_gets_up() {
    desk.close();
  }

  private Ran with(Path key) {
    return desk.run("keys:rotate --key " + key);
  }

  @ParameterizedTest
  @CsvSource({"true, Made the next key", "false, The next key was made already"})
  void the_identity_key_is_rotated(boolean made, String words) {
    desk.ports()
        .says(
            AUTH,
            ROTATE,
            200,
            "{\"kid\":\"k7\",\"signsFrom\":\"2026-11-21T12:02:00Z\",\"made\":%s}".formatted(made));

    var ran = desk.run("keys rotate");

    var time = minute("2026-11-21T12:02:00Z");
    assertThat(ran).isEqualTo(new Ran(0, words + ", k7. It signs from " + time + ".\n", ""));
  }

  @Test
  void another_key_may_be_given() throws IOException {
    desk.ports().says(AUTH, ROTATE, 200, "{\"kid\":\"k7\"}");
    var key =
        Files.move(
            desk.key(), Files.createDirectory(home.resolve("safe")).resolve("operator.anna.pem"));

    var ran = with(key);

    assertThat(ran.code()).isZero();
  }

  @Test
  void without_a_key_it_asks_for_one() {
    var ran = desk.run(Map.of("LATCHKEY_OPERATOR_KEY", ""), "keys:rotate");

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error()).contains("LATCHKEY_OPERATOR_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r--r-----", "rw-r--r--", "rw----r--", "rw--w----"})
  void a_key_that_others_can_reach_is_not_used(String mode) throws IOException {
    Files.setPosixFilePermissions(desk.key(), PosixFilePermissions.fromString(mode));

    var ran = desk.run("keys:rotate");

    assertThat(ran.code()).isEqualTo(ExitCode.UNSAFE.number());
    assertThat(ran.error()).startsWith("latch-operator: " + desk.key() + " ");
    assertThat(desk.ports().asked()).isEmpty();
  }

  @Test
  void a_link_to_a_key_is_not_followed() throws IOException {
    var link = Files.createSymbolicLink(home.resolve("operator.pem"), desk.key());

    var ran = with(link);

    assertThat(ran.code()).isEqualTo(ExitCode.UNSAFE.number());
  }

  @Test
  void a_key_in_a_folder_that_others_can_write_to_is_not_used() throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

    var ran = desk.run("keys:rotate");

    assertThat(ran.code()).isEqualTo(ExitCode.UNSAFE.number());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna.pem",
        "operator",
        "operator.anna",
        "operator..pem",
        "operator.a b.pem",
        "operator.anna.key",
        "operatoranna.pem",
        "operator.123456789012345678901234567890123.pem"
      })
  void a_key_is_called_by_its_kid(String name) throws IOException {
    var key = Files.copy(desk.key(), home.resolve(name));

    var ran =
        Ran.latchOperator(home, desk.ports().environment(), "keys:rotate", "--key", key.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error()).contains("operator.NAME.pem");
  }

  @Test
  void a_key_that_is_not_there_is_told() {
    var ran = with(home.resolve("operator.pem"));

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error())
        .isEqualTo("latch-operator: " + home.resolve("operator.pem") + " is not there.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp384r1", "secp521r1"})
  void a_key_of_another_curve_is_not_used(String curve) throws Exception {
    var ran = with(MadeKey.onCurve(curve).in(home, "operator.pem"));

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error()).contains("EC P-256");
  }

  @Test
  void a_key_that_the_service_does_not_know_is_refused() throws Exception {
    var ran = with(MadeKey.p256().in(home, "operator.ben.pem"));

    assertThat(ran.code()).isEqualTo(ExitCode.SIGNED_OUT.number());
    assertThat(ran.error()).startsWith("latch-operator: auth-service does not take your key");
    assertThat(ran.error()).contains("`operator.ben`");
    assertThat(desk.ports().asked()).isEmpty();
  }

  @Test
  void a_private_key_under_anothers_name_is_refused() throws Exception {
    Files.createDirectory(home.resolve("mine"));

    var ran = with(MadeKey.p256().in(home.resolve("mine"), "operator.anna.pem"));

    assertThat(ran.code()).isEqualTo(ExitCode.SIGNED_OUT.number());
  }

  @Test
  void a_credential_is_for_one_service_only() {
    var ran = desk.run(Map.of("LATCHKEY_AUTH_SERVICE", desk.ports().url(MFA)), "keys:rotate");

    assertThat(ran.code()).isEqualTo(ExitCode.SIGNED_OUT.number());
    assertThat(ran.error()).contains("LATCHKEY_AUTH_SERVICE is the address of another service");
  }

  @Test
  void a_service_that_lets_no_operator_do_that_is_told() {
    var ran = desk.run("keys:rotate");

    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(ran.error())
        .isEqualTo(
            "latch-operator: auth-service lets no operator do that: it is older than this"
                + " latch-operator.\n");
  }

  @Test
  void a_service_that_is_away_is_told() {
    desk.ports().stop(AUTH);

    var ran = desk.run("keys:rotate");

    assertThat(ran.code()).isEqualTo(ExitCode.AWAY.number());
    assertThat(ran.error()).contains(desk.ports().url(AUTH) + " cannot be reached");
  }

  @Test
  void what_is_no_service_is_told_with_the_variable_that_leads_there() {
    desk.ports().says(AUTH, ROTATE, 200, "<html>");

    var ran = desk.run("keys:rotate");

    assertThat(ran.code()).isEqualTo(ExitCode.AWAY.number());
    assertThat(ran.error()).contains("Is LATCHKEY_AUTH_SERVICE right?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Where is auth-service? Set LATCHKEY_AUTH_SERVICE to",
        "http://auth-service:9080 | The address in LATCHKEY_AUTH_SERVICE must begin with https://",
        "http://192.0.2.7:9080 | The address in LATCHKEY_AUTH_SERVICE must begin with https://",
        "http://127.0.0.1:1/x | The address in LATCHKEY_AUTH_SERVICE must end after the host"
      })
  void a_service_is_asked_on_this_machine_or_in_secret(String address, String words) {
    var ran = desk.run(Map.of("LATCHKEY_AUTH_SERVICE", address), "keys:rotate");

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error()).startsWith("latch-operator: " + words);
  }

  @Test
  void neither_key_nor_credential_is_ever_shown() throws IOException {
    var secret = Files.readString(desk.key()).lines().toList().get(1);
    for (var line : new String[] {"keys:rotate", "keys:rotate --json", "keys:rotate x"}) {
      var ran = desk.run(Map.of("LATCHKEY_DEBUG", "1"), line);

      assertThat(ran.out() + ran.error()).doesNotContain(secret, "eyJ", "Bearer");
    }
  }

  @Test
  void nothing_at_all_is_a_question_for_help() {
    var ran = Ran.latchOperator(home, Map.of());

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("Usage: latch-operator").contains("LATCHKEY_MFA_SERVICE");
  }

  @Test
  void it_says_which_it_is() {
    var ran = Ran.latchOperator(home, Map.of(), "--version");

    assertThat(ran).isEqualTo(new Ran(0, "latch-operator dev\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "account", "account a@b hunter2", "account --hunter2 a@b"})
  void what_was_not_understood_is_not_said_again(String line) {
    var ran = desk.run(line);

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error()).startsWith("latch-operator: ").contains("--help").hasLineCount(1);
    assertThat(ran.error()).doesNotContain("hunter2");
  }
}
