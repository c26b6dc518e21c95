package dev.latchkey.cli.operator;

import static dev.latchkey.cli.operator.Desk.ACCOUNTS;
import static dev.latchkey.cli.operator.Desk.ID;
import static dev.latchkey.cli.operator.Desk.minute;
import static dev.latchkey.cli.operator.InsidePorts.AUTH;
import static dev.latchkey.cli.operator.InsidePorts.MFA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.Ran;
import dev.latchkey.cli.ending.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalCommandsTest {

  private static final String PATH = ACCOUNTS + ID + "/two-factor-removal";
  private static final String APPROVE = "POST " + PATH + "/actions/approve";
  private static final String ASKED =
      """
      {"account":"%s","asked_by":"operator.anna","asked_at":"2026-11-21T11:00:00Z",\
      "approved_by":null,"approved_at":null,"due_at":null}\
      """
          .formatted(ID);
  private static final String APPROVED =
      """
      {"account":"%s","asked_by":"operator.anna","asked_at":"2026-11-21T11:00:00Z",\
      "approved_by":"operator.ben","approved_at":"2026-11-21T12:00:00Z",\
      "due_at":"2026-11-24T12:00:00Z"}\
      """
          .formatted(ID);

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
  void asking_says_that_another_operator_has_to_approve() {
    desk.ports().says(MFA, "POST " + PATH, 201, ASKED);

    var ran = desk.run("two-factor:removal:ask alice@example.com");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                """
                Asked for. Now another operator has to approve it, with a key of their own:
                  latch-operator two-factor:removal:approve alice@example.com
                72 hours after that two-factor goes off, unless its owner has used it by then.
                """,
                ""));
    assertThat(desk.ports().asked())
        .containsExactly(
            AUTH + " POST " + ACCOUNTS + "actions/find {\"email\":\"alice@example.com\"}",
            MFA + " POST " + PATH);
  }

  @Test
  void a_removal_that_waits_for_an_operator_is_shown() {
    desk.ports().says(MFA, "GET " + PATH, 200, ASKED);

    var ran = desk.run("two-factor removal " + ID);

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                """
                Account:      %s
                Asked by:     operator.anna, %s
                Approved by:  nobody yet
                """
                    .formatted(ID, minute("2026-11-21T11:00:00Z")),
                ""));
  }

  @Test
  void a_removal_that_waits_for_its_time_is_shown() {
    desk.ports().says(MFA, "GET " + PATH, 200, APPROVED);

    var ran = desk.run("two-factor:removal " + ID);

    assertThat(ran.out())
        .isEqualTo(
            """
            Account:      %s
            Asked by:     operator.anna, %s
            Approved by:  operator.ben, %s
            Due:          %s
            """
                .formatted(
                    ID,
                    minute("2026-11-21T11:00:00Z"),
                    minute("2026-11-21T12:00:00Z"),
                    minute("2026-11-24T12:00:00Z")));
  }

  @Test
  void approving_says_when_it_is_due_and_how_it_is_stopped() {
    desk.ports().says(MFA, APPROVE, 200, APPROVED);

    var ran = desk.run("two-factor:removal:approve alice@example.com");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                """
                Approved. Two-factor goes off at %s,
                unless its owner has used it by then. To stop it:
                  latch-operator two-factor:removal:cancel alice@example.com
                """
                    .formatted(minute("2026-11-24T12:00:00Z")),
                ""));
  }

  @Test
  void who_asked_cannot_approve() {
    desk.ports()
        .says(MFA, APPROVE, 403, InsidePorts.problem("second_operator_needed", "Another one."));

    var ran = desk.run("two-factor:removal:approve " + ID);

    assertThat(ran)
        .isEqualTo(
            new Ran(
                ExitCode.REFUSED.number(),
                "",
                "latch-operator: You asked for it yourself: another operator has to approve it,"
                    + " with another key.\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | | two-factor:removal:ask",
        "POST | /actions/approve | two-factor:removal:approve"
      })
  void what_was_done_already_is_told(String method, @Nullable String rest, String command) {
    var request = method + " " + PATH + (rest == null ? "" : rest);
    desk.ports().says(MFA, request, 409, InsidePorts.problem("removal_exists", "There is one."));

    var ran = desk.run(command + " " + ID + " --json");

    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(ran.error()).startsWith("{\"id\":\"removal_exists\",").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | | two-factor:removal | No removal waits for this account.",
        "POST | | two-factor:removal:ask | Two-factor is not on for this account, or there is no such account.",
        "POST | /actions/approve | two-factor:removal:approve | No removal waits for this account.",
        "DELETE | | two-factor:removal:cancel | No removal waits for this account."
      })
  void what_is_not_there_is_told(
      String method, @Nullable String rest, String command, String words) {
    var request = method + " " + PATH + (rest == null ? "" : rest);
    desk.ports().says(MFA, request, 404, InsidePorts.notFound("removal"));

    var ran = desk.run(command + " " + ID);

    assertThat(ran)
        .isEqualTo(new Ran(ExitCode.NOT_FOUND.number(), "", "latch-operator: " + words + "\n"));
  }

  @Test
  void a_removal_is_cancelled() {
    desk.ports().says(MFA, "DELETE " + PATH, 204, "");

    var ran = desk.run("two-factor:removal:cancel " + ID);

    assertThat(ran).isEqualTo(new Ran(0, "Cancelled: two-factor stays on.\n", ""));
    assertThat(desk.ports().asked()).containsExactly(MFA + " DELETE " + PATH);
  }
}
