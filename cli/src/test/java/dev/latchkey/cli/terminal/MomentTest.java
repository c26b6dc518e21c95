package dev.latchkey.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static JsonNode here(String local) {
    var time = LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant();
    return JSON.textNode(time.toString());
  }

  @Test
  void a_time_is_shown_in_the_zone_of_who_reads_it() {
    var moment = Moment.of(here("2026-11-21T09:05:59.123456"));

    assertThat(moment.minute()).isEqualTo("2026-11-21 09:05");
    assertThat(moment.day()).isEqualTo("2026-11-21");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:05:00Z, just now",
    "2026-11-21T12:00:00Z, just now",
    "2026-11-21T11:59:01Z, just now",
    "2026-11-21T11:59:00Z, 1 min ago",
    "2026-11-21T11:00:01Z, 59 min ago",
    "2026-11-21T11:00:00Z, 1 h ago",
    "2026-11-20T12:00:01Z, 23 h ago"
  })
  void how_long_ago_is_said_as_one_reads_a_list(String time, String words) {
    var moment = Moment.of(JSON.textNode(time));

    assertThat(moment.ago(NOW)).isEqualTo(words);
  }

  @Test
  void a_day_and_more_ago_is_a_date() {
    var moment = Moment.of(here("2026-11-19T12:00:00"));

    assertThat(moment.ago(NOW)).isEqualTo("2026-11-19");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-11-21", "2026-13-40T00:00:00Z", "1763726400"})
  void what_is_no_time_is_shown_as_nothing(String text) {
    var moment = Moment.of(JSON.textNode(text));

    assertThat(moment.minute() + moment.day() + moment.ago(NOW)).isEmpty();
  }

  @Test
  void nothing_is_shown_as_nothing() {
    assertThat(Moment.of(JSON.nullNode()).minute()).isEmpty();
    assertThat(Moment.of(JSON.missingNode()).ago(NOW)).isEmpty();
    assertThat(Moment.of(JSON.numberNode(7)).day()).isEmpty();
    assertThat(Moment.in(JSON.nullNode(), NOW).minute()).isEmpty();
  }

  @Test
  void seconds_from_now_are_a_time() {
    var moment = Moment.in(JSON.numberNode(90), NOW);

    assertThat(moment.minute())
        .isEqualTo(Moment.of(JSON.textNode("2026-11-21T12:01:30Z")).minute());
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE})
  void seconds_without_end_are_shown_as_nothing(long seconds) {
    var moment = Moment.in(JSON.numberNode(seconds), NOW);

    assertThat(moment.minute()).isEmpty();
  }
}
