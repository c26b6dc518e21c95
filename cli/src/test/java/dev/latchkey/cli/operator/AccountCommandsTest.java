package dev.latchkey.cli.operator;

import static dev.latchkey.cli.operator.Desk.ACCOUNTS;
import static dev.latchkey.cli.operator.Desk.ID;
import static dev.latchkey.cli.operator.Desk.minute;
import static dev.latchkey.cli.operator.InsidePorts.AUTH;
import static dev.latchkey.cli.operator.InsidePorts.MFA;
import static dev.latchkey.cli.operator.InsidePorts.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.Ran;
import dev.latchkey.cli.ending.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCommandsTest {

  private static final String FIND = AUTH + " POST " + ACCOUNTS + "actions/find";
  private static final String FOUND = FIND + " {\"email\":\"alice@example.com\"}";
  private static final String SIGN_OUT = "POST " + ACCOUNTS + ID + "/actions/sign-out";
  private static final String UNLOCK = "POST " + ACCOUNTS + ID + "/actions/unlock";
  private static final String UNLOCK_CODES = "POST " + ACCOUNTS + ID + "/two-factor/actions/unlock";
  private static final String EVENTS = "GET " + ACCOUNTS + ID + "/events";

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
  void an_account_is_shown_with_its_sessions() {
    var ran = desk.run("account alice@example.com");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                """
                ID:            %s
                E-mail:        alice@example.com
                Created:       %s
                Last sign-in:  never
                Two-factor:    on since %s
                Epoch:         4

                ID                                    DESCRIPTION  CLIENT       IP         SINCE
                fedcba98-7654-4210-8123-456789abcdef  Firefox\ufffd[2J  Mozilla/5.0  192.0.2.7  %s
                """
                    .formatted(
                        ID,
                        minute("2026-01-02T03:04:05Z"),
                        minute("2026-02-03T04:05:06Z"),
                        minute("2026-11-20T10:00:00Z")),
                ""));
    assertThat(desk.ports().asked()).containsExactly(FOUND);
  }

  @Test
  void an_account_is_found_by_its_id_too() {
    var ran = desk.run("account --json " + ID.toUpperCase(Locale.ROOT));

    assertThat(ran.out()).contains("\"epoch\" : 4");
    assertThat(desk.ports().asked()).containsExactly(FIND + " {\"id\":\"" + ID + "\"}");
  }

  @Test
  void an_account_that_is_not_there_is_told() {
    desk.ports()
        .says(AUTH, "POST " + ACCOUNTS + "actions/find", 404, InsidePorts.notFound("account"));

    var ran = desk.run("account:unlock mallory@example.com");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                ExitCode.NOT_FOUND.number(), "", "latch-operator: There is no such account.\n"));
    assertThat(desk.ports().asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "../../x", "01234567", "hunter2%2f..", "ID/..", "@", "a@"})
  void what_is_neither_an_address_nor_an_id_is_asked_of_nobody(String typed) {
    for (var command :
        OperatorCommandsTest.names().filter(n -> !n.equals("keys:rotate")).toList()) {
      var ran = desk.run(command + " " + typed.replace("ID", ID));

      assertThat(ran.code()).as(command).isNotZero();
      assertThat(ran.error()).doesNotContain("hunter2");
    }
    assertThat(desk.ports().asked()).isEmpty();
  }

  @Test
  void an_id_that_a_service_made_up_gets_into_no_path() {
    desk.ports()
        .says(AUTH, "POST " + ACCOUNTS + "actions/find", 200, "{\"id\":\"../edge/account\"}");

    var ran = desk.run("account:unlock alice@example.com");

    assertThat(ran.code()).isEqualTo(ExitCode.AWAY.number());
    assertThat(desk.ports().asked()).containsExactly(FOUND);
  }

  @Test
  void signing_out_says_what_has_ended() {
    desk.ports()
        .says(
            AUTH,
            SIGN_OUT,
            200,
            """
            {"sessions_ended":[{"id":"1","description":"Firefox","ip":"192.0.2.7"},\
            {"id":"2","description":"latch on\\u202e laptop","ip":null}]}
            """);

    var ran = desk.run("account sign-out alice@example.com --yes");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                """
                Ended 2 sessions, and what the command line signed in with:
                  - Firefox, 192.0.2.7
                  - latch on\ufffd laptop, ?
                """,
                ""));
    assertThat(desk.ports().asked()).containsExactly(FOUND, AUTH + " " + SIGN_OUT);
  }

  @Test
  void where_nobody_can_be_asked_nobody_is_signed_out() {
    desk.ports().says(AUTH, SIGN_OUT, 200, "{\"sessions_ended\":[]}");

    var ran = desk.run("account:sign-out alice@example.com");

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error()).contains("--yes");
    assertThat(desk.ports().asked()).isEmpty();
  }

  @Test
  void another_change_of_the_account_comes_first() {
    desk.ports()
        .says(AUTH, SIGN_OUT, 409, InsidePorts.problem("account_changed", "Only services see it."));

    var ran = desk.run("account:sign-out --yes --json " + ID);

    assertThat(ran)
        .isEqualTo(
            new Ran(
                ExitCode.REFUSED.number(),
                "",
                "{\"id\":\"account_changed\",\"message\":\"Another change of the account came first."
                    + " Nothing was done: try again.\"}\n"));
  }

  @Test
  void unlocking_asks_both_services() {
    desk.ports().says(AUTH, UNLOCK, 204, "").says(MFA, UNLOCK_CODES, 204, "");

    var ran = desk.run("account:unlock alice@example.com");

    assertThat(ran).isEqualTo(new Ran(0, "Passwords and codes can be tried again.\n", ""));
    assertThat(desk.ports().asked())
        .containsExactly(FOUND, AUTH + " " + UNLOCK, MFA + " " + UNLOCK_CODES);
  }

  @Test
  void half_of_unlocking_is_told_as_half() {
    desk.ports().says(AUTH, UNLOCK, 204, "").stop(MFA);

    var ran = desk.run("account:unlock " + ID);

    assertThat(ran.code()).isEqualTo(ExitCode.AWAY.number());
    assertThat(ran.out()).isEmpty();
    assertThat(ran.error())
        .isEqualTo(
            "Passwords can be tried again. Codes are as they were:\nlatch-operator: "
                + desk.ports().url(MFA)
                + " cannot be reached: nobody listens there, or the network is down.\n");
  }

  @Test
  void a_log_is_shown_in_words_the_latest_first() {
    desk.ports()
        .says(
            NOTIFICATION,
            EVENTS + " id ..; max=50",
            206,
            """
            [{"id":"b","type":"mfa_enabled","created_at":"2026-11-21T11:00:00Z","ip":"192.0.2.7",\
            "client":"Mozilla/5.0","data":{"replaced":true}},\
            {"id":"a","type":"signed_in","created_at":"2026-11-21T10:00:00Z","ip":null,\
            "client":null,"data":{}}]
            """,
            "id ]a..; max=50");

    var ran = desk.run("account:events alice@example.com");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                """
                TIME              WHAT                                IP         CLIENT
                %s  Two-factor moved to another device  192.0.2.7  Mozilla/5.0
                %s  Signed in
                """
                    .formatted(minute("2026-11-21T11:00:00Z"), minute("2026-11-21T10:00:00Z")),
                "There is more: --all\n"));
  }

  @Test
  void a_whole_log_is_asked_for_part_by_part() {
    desk.ports()
        .says(NOTIFICATION, EVENTS + " id ..; max=50", 206, "[{\"id\":\"b\"}]", "id ]b..; max=50")
        .says(NOTIFICATION, EVENTS + " id ]b..; max=50", 200, "[{\"id\":\"a\"}]");

    var ran = desk.run("account:events --all --json " + ID);

    assertThat(ran.code()).isZero();
    assertThat(ran.out().replaceAll("\\s", "")).isEqualTo("[{\"id\":\"b\"},{\"id\":\"a\"}]");
    assertThat(ran.error()).isEmpty();
  }
}
