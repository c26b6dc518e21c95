package dev.latchkey.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.person.Authenticator;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Workshop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The workshop's one command, on a platform of its own: up, looked into, killed, healed, down. A
 * second platform takes its time, so CI leaves it out: {@code -Dlatchkey.e2e.launcher=true}.
 */
@OnThePlatform
@EnabledIfSystemProperty(named = "latchkey.e2e.launcher", matches = "true")
@Order(Integer.MAX_VALUE - 5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Isolated
class LauncherIT {

  private static final Duration LEASH = Slack.of(Duration.ofSeconds(30));

  private final Workshop workshop;

  /** The shared platform is not touched; that it runs means that all programs are built. */
  LauncherIT(Platform platform) {
    workshop = Workshop.beside(platform, "workshop");
  }

  @BeforeAll
  void it_comes_up() {
    var up = workshop.dev("up", "--detach");

    assertThat(up.code()).as("%s", up).isZero();
    assertThat(up.output())
        .contains(
            "Latchkey is up after", "Dashboard: " + workshop.url() + "/dashboard", "Outbox: ");
  }

  @AfterAll
  void nothing_is_left() {
    var unused = workshop.dev("down");
  }

  @Test
  @Order(1)
  void a_second_up_says_so_and_changes_nothing() {
    var supervisor = workshop.supervisor();

    var again = workshop.dev("up", "--detach");

    assertThat(again.code()).isZero();
    assertThat(again.output()).contains("Latchkey is up already: " + workshop.url());
    assertThat(workshop.supervisor()).isEqualTo(supervisor);
  }

  @Test
  @Order(2)
  void taken_ports_are_named_with_who_has_them() {
    var neighbour = workshop.onTheSamePorts("neighbour");

    var up = neighbour.dev("up", "--detach");

    assertThat(up.code()).isNotZero();
    assertThat(up.output())
        .containsPattern(
            "port %d \\(gateway\\) is taken by process \\d+ \\(.*java"
                .formatted(workshop.url().getPort()));
    assertThat(workshop.processes()).extracting(ProcessHandle::pid).contains(namedPid(up.output()));
  }

  @Test
  @Order(3)
  void otp_prints_what_an_authenticator_shows() {
    var alice =
        workshop
            .seeded()
            .valueStream()
            .filter(one -> one.has("totpSecret"))
            .findFirst()
            .orElseThrow();
    var app = new Authenticator(alice.path("totpSecret").asText());
    var before = app.codeAt(0);

    var code = workshop.dev("otp", alice.path("email").asText()).output().strip();

    assertThat(code).isIn(before, app.codeAt(0));
    assertThat(workshop.dev("otp", "nobody@example.com").errors()).contains("nobody@example.com");
  }

  @Test
  @Order(3)
  void otp_prints_recovery_codes_of_who_has_lost_the_phone_each_once() {
    var first = workshop.dev("otp", "dave@example.com").output().strip();
    var second = workshop.dev("otp", "dave@example.com").output().strip();

    assertThat(first).matches("[0-9a-z]{4}(-[0-9a-z]{4}){3}").isNotEqualTo(second);
  }

  @Test
  @Order(4)
  void tail_mail_and_doctor_tell_what_is_there() {
    var erin = workshop.people().signedUp("erin");

    assertThat(workshop.dev("tail", erin.email()).output())
        .contains("dev.latchkey.message.MessageRequested.v1")
        .contains("dev.latchkey.account.AccountRegistered.v1")
        .doesNotContain(erin.email());
    assertThat(workshop.dev("tail", "nobody@example.com").errors())
        .contains("nobody has the address nobody@example.com");
    assertThat(workshop.dev("mail", erin.email()).output()).contains(erin.email(), "token=");
    assertThat(workshop.dev("doctor").output())
        .contains("the platform is up: " + workshop.url(), "JDK ");
    assertThat(workshop.dev("replay", "latchkey.mfa", "--list").output())
        .contains("latchkey.mfa.auth-service.dlq: 0");
  }

  @Test
  @Order(5)
  void killed_it_takes_all_along_and_the_next_up_finds_the_data_again() {
    var erin = workshop.people().signedUp("erin");
    var children = workshop.processes();

    workshop.supervisor().destroyForcibly();

    assertThat(children).hasSizeGreaterThan(5);
    await().atMost(LEASH).untilAsserted(() -> assertThat(alive(children)).isEmpty());
    var up = workshop.dev("up", "--detach");
    assertThat(up.code()).as("%s", up).isZero();
    assertThat(erin.signIn().token()).isNotEmpty();
  }

  @Test
  @Order(6)
  void down_leaves_no_process() {
    var supervisor = workshop.supervisor();
    var children = workshop.processes();

    var down = workshop.dev("down");

    assertThat(down.output()).contains("stopped");
    assertThat(supervisor.isAlive()).isFalse();
    assertThat(alive(children)).isEmpty();
    assertThat(workshop.dev("down").output()).contains("nothing runs");
  }

  private static List<ProcessHandle> alive(List<ProcessHandle> processes) {
    return processes.stream().filter(ProcessHandle::isAlive).toList();
  }

  private static long namedPid(String complaint) {
    return Long.parseLong(complaint.replaceAll("(?s).*taken by process (\\d+).*", "$1"));
  }
}
