package dev.latchkey.cli.operator;

import static dev.latchkey.cli.operator.Desk.minute;
import static dev.latchkey.cli.operator.InsidePorts.AUTH;
import static dev.latchkey.cli.operator.InsidePorts.MFA;
import static dev.latchkey.cli.operator.InsidePorts.NOTIFICATION;
import static dev.latchkey.cli.operator.InsidePorts.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.Ran;
import dev.latchkey.cli.ending.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterCommandsTest {

  private static final String LETTERS = "/internal/operator/dead-letters/";
  private static final String REPLAY = "POST " + LETTERS + MFA + "/actions/replay";
  private static final String NONE = "{\"dead_letters\":[],\"more\":false}";
  private static final String TWO =
      """
      {"dead_letters":[{"topic":"latchkey.account","type":"dev.latchkey.account.AccountClosed.v1",\
      "event_id":"01234567-89ab-4def-8123-456789abcdef","at":"2026-11-20T10:00:00Z","partition":2,\
      "offset":17,"reason":"the ear failed: java.lang.IllegalStateException","readable":true},\
      {"topic":"latchkey.account","type":null,"event_id":null,"at":null,"partition":0,"offset":3,\
      "reason":"ce_proof is missing\\u001b[2J","readable":false}],"more":true}
      """;

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

  @Test
  void dead_letters_of_all_services_are_shown() {
    for (var service : new String[] {AUTH, TOKEN, NOTIFICATION}) {
      desk.ports().says(service, "GET " + LETTERS + service, 200, NONE);
    }
    desk.ports().says(MFA, "GET " + LETTERS + MFA, 200, TWO);

    var ran = desk.run("dead-letters");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                """
                TIME              SERVICE      WHAT              EVENT                                 FROM                   REPLAY  WHY
                %s  mfa-service  AccountClosed     01234567-89ab-4def-8123-456789abcdef  latchkey.account 2/17  yes     the ear failed: java.lang.IllegalStateException
                                  mfa-service  latchkey.account                                        latchkey.account 0/3   no      ce_proof is missing\ufffd[2J
                """
                    .formatted(minute("2026-11-20T10:00:00Z")),
                "There are more behind these: replay them first.\n"));
    assertThat(desk.ports().asked())
        .containsExactly(
            AUTH + " GET " + LETTERS + AUTH,
            MFA + " GET " + LETTERS + MFA,
            TOKEN + " GET " + LETTERS + TOKEN,
            NOTIFICATION + " GET " + LETTERS + NOTIFICATION);
  }

  @Test
  void those_of_one_service_need_only_its_address() {
    desk.ports().says(TOKEN, "GET " + LETTERS + TOKEN, 200, NONE);

    var ran =
        desk.run(
            Map.of("LATCHKEY_AUTH_SERVICE", "", "LATCHKEY_MFA_SERVICE", ""),
            "dead-letters --service token-service");

    assertThat(ran).isEqualTo(new Ran(0, "No dead letters.\n", ""));
  }

  @Test
  void a_program_reads_whose_each_letter_is() {
    desk.ports().says(MFA, "GET " + LETTERS + MFA, 200, TWO);

    var ran = desk.run("dead-letters --service mfa-service --json");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().replaceAll("\\s", ""))
        .startsWith("[{\"service\":\"mfa-service\",\"topic\":\"latchkey.account\",")
        .contains("\"readable\":false}]");
  }

  @Test
  void a_replay_says_what_became_of_the_letters() {
    desk.ports().says(MFA, REPLAY, 200, "{\"handled\":2,\"failed\":1,\"left\":3,\"more\":true}");

    var ran = desk.run("dead-letters:replay --service mfa-service");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                "2 took effect, 1 failed again, 3 left.\n",
                """
                What failed again is a dead letter anew; the service's log has the cause.
                What is left nobody can read or believe: repeat the change where it was made.
                There are more: do it again.
                """));
    assertThat(desk.ports().asked()).containsExactly(MFA + " " + REPLAY);
  }

  @Test
  void where_there_is_nothing_to_replay_that_is_told() {
    desk.ports().says(MFA, REPLAY, 200, "{\"handled\":0,\"failed\":0,\"left\":0,\"more\":false}");

    var ran = desk.run("dead-letters:replay --service mfa-service");

    assertThat(ran).isEqualTo(new Ran(0, "No dead letters.\n", ""));
  }

  @Test
  void a_service_whose_server_is_away_is_told() {
    desk.ports().says(MFA, REPLAY, 503, InsidePorts.problem("unavailable", "Not now."));

    var ran = desk.run("dead-letters:replay --service mfa-service");

    assertThat(ran.code()).isEqualTo(ExitCode.AWAY.number());
    assertThat(ran.error()).contains("Not now.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "../edge", "AUTH-SERVICE", "hunter2"})
  void what_is_no_service_of_ours_is_asked_of_nobody(String name) {
    for (var command : new String[] {"dead-letters", "dead-letters:replay"}) {
      var ran = desk.run(command + " --service " + name);

      assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
      assertThat(ran.error()).contains("NAME is one of auth-service").doesNotContain("hunter2");
    }
    assertThat(desk.ports().asked()).isEmpty();
  }

  @Test
  void a_replay_is_of_one_service() {
    var ran = desk.run("dead-letters:replay");

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(desk.ports().asked()).isEmpty();
  }
}
