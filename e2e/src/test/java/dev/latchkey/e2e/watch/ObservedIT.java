package dev.latchkey.e2e.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.PhoneOwner;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.secrecy.WholeLife;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every panel and every rule on a real Prometheus, after people were at it for a while: each gives
 * data, or is about what did not happen. By option: {@code -Dlatchkey.e2e.observed=SECONDS}.
 */
@OnThePlatform
@Order(Integer.MAX_VALUE - 3)
@Isolated
class ObservedIT {

  private static final int SECONDS = Integer.getInteger("latchkey.e2e.observed", 0);

  private static final int LOCKED_BY = 12;

  /** Wrong or rare: a counter is there from its first count on. By a word of the expression. */
  private static final Map<String, String> NOTHING_OF_THE_KIND =
      Map.of(
          "dead_lettered", "nothing was set aside",
          "latchkey_hearing_unproven", "nothing was forged",
          "latchkey_redis_broken_seals", "nothing was forged",
          "latchkey_password_refused", "the hashing queue was never full",
          "latchkey_sms_capped", "no cap was reached",
          "unavailable", "no store was away");

  private final Platform platform;

  ObservedIT(Platform platform) {
    this.platform = platform;
  }

  @BeforeEach
  void only_by_option() {
    assumeTrue(SECONDS > 0, "-Dlatchkey.e2e.observed=SECONDS");
    assumeTrue(Prometheus.possible(), "no Prometheus here (Debian: prometheus)");
  }

  @Test
  void every_panel_and_every_rule_is_answered() throws IOException {
    try (var prometheus = Prometheus.of(platform)) {
      liveOn();

      assertThat(prometheus.ask("up{job=~\"latchkey.*\"} == 1")).as("parts that answer").hasSize(5);
      var rules = prometheus.rules();
      assertThat(rules).isNotEmpty();
      assertThat(rules)
          .allSatisfy(
              rule -> assertThat(rule.path("health").asText()).as("%s", rule).isEqualTo("ok"));
      var rows = new ArrayList<Row>();
      for (var question :
          Question.all(platform.root().resolve("deploy/observability/dashboards"))) {
        rows.add(Row.of(question, prometheus.ask(question.expression())));
      }
      Files.writeString(platform.root().resolve("e2e/target/observed.md"), page(rows, rules));

      assertThat(rows.stream().filter(Row::unexplained)).isEmpty();
    }
  }

  /** One whole life after the other; each does what there is to do, right and wrong. */
  private void liveOn() {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    for (int i = 1; System.nanoTime() < end; i++) {
      var phone = platform.phone("20%02d".formatted(i));
      WholeLife.of(platform.people().signedUp("erin"), platform.api(), phone);
      goWrong(platform.people().signedUp("frank"));
    }
  }

  /** What a whole life does not do: looks at codes, asks for a text, switches off, is locked. */
  private void goWrong(Person frank) {
    var here = frank.signIn();
    frank.enrol(here);
    var api = platform.api();
    var viewed =
        api.get("/account/recovery-codes")
            .bearer(here.token())
            .password(frank.password())
            .code(frank.authenticator().freshCode())
            .send();
    assertThat(viewed.status()).isIn(200, 404);
    assertThat(new PhoneOwner(api, frank, here).recover().ok()).isFalse();
    frank.disable(here);
    for (int i = 0; i < LOCKED_BY; i++) {
      assertThat(api.post("/sessions").basic(frank.email(), "not this " + i).send().status())
          .isIn(401, 429, 503);
    }
  }

  private static String page(List<Row> rows, List<JsonNode> rules) {
    var panels = rows.stream().map(Row::line).collect(Collectors.joining("\n"));
    var names =
        rules.stream()
            .map(rule ->
                "| `%s` | %s | %s |"
                    .formatted(
                        rule.path("name").asText(),
                        rule.path("type").asText(),
                        rule.path("state").asText("")))
            .distinct()
            .collect(Collectors.joining("\n"));
    return """
    | dashboard | panel | lines | one of them |
    |---|---|---|---|
    %s

    | rule | is | state |
    |---|---|---|
    %s
    """
        .formatted(panels, names);
  }

  /** What came of one question. */
  private record Row(Question question, List<JsonNode> series) {

    static Row of(Question question, List<JsonNode> series) {
      return new Row(question, series);
    }

    boolean unexplained() {
      return series.isEmpty() && reason().isEmpty();
    }

    private String reason() {
      return NOTHING_OF_THE_KIND.entrySet().stream()
          .filter(entry -> question.expression().contains(entry.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse("");
    }

    String line() {
      return "| %s | %s | %d | %s |"
          .formatted(question.dashboard(), question.panel(), series.size(), example());
    }

    private String example() {
      return series.isEmpty()
          ? "none: " + reason()
          : "%s %s"
              .formatted(
                  series.getFirst().path("metric"), series.getFirst().at("/value/1").asText());
    }
  }
}
