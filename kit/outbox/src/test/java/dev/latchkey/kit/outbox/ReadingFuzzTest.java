package dev.latchkey.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.kit.outbox.wire.EventJson;
import dev.latchkey.kit.testkit.hostile.Hostile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingFuzzTest {

  private final Event fact = Spoken.accountClosed(Facts.anAccount());

  @Test
  void any_body_is_this_event_or_unreadable() {
    var body = EventJson.write(fact);
    Hostile.holds(
        Hostile.near(body, "[".repeat(2000), "{\"a\":".repeat(2000), "null"),
        text -> {
          switch (Reading.of(Spoken.of(fact).body(text).unproven().asHeard())) {
            case Reading.Known known ->
                assertThat(known.heard().fact().account()).isEqualTo(fact.account());
            case Reading.Unreadable unreadable ->
                assertThat(unreadable.reason()).isEqualTo(safe(unreadable.reason()));
            case Reading.Unknown unknown -> throw new AssertionError(unknown);
          }
        });
  }

  @Test
  void any_header_and_key_is_read_or_refused_without_quoting_it() {
    var headers = List.of("ce_specversion", "ce_id", "ce_type", "ce_time", "ce_subject");
    for (var header : headers) {
      Hostile.holds(
          Hostile.near("1.0", "2026-11-28T12:00:00Z", "dev.latchkey.x", ""),
          text -> {
            var reading = Reading.of(Spoken.of(fact).with(header, text).unproven().asHeard());
            if (reading instanceof Reading.Unreadable unreadable) {
              assertThat(unreadable.reason()).isEqualTo(safe(unreadable.reason()));
            }
          });
    }
    Hostile.holds(
        Hostile.near(fact.account().toString()),
        text ->
            assertThat(
                    Reading.of(Spoken.of(fact).key(text).unproven().asHeard())
                        instanceof Reading.Known)
                .isEqualTo(text.equals(fact.account().toString())));
  }

  /** Words of ours: short, and nothing that steers a terminal or a log. */
  private static String safe(String reason) {
    return reason.replaceAll("[^A-Za-z0-9 ,._]", "!").substring(0, Math.min(80, reason.length()));
  }
}
