package dev.latchkey.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.notification.letter.NoticeFacts.Line;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeFactsTest {

  private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");

  @Test
  void time_is_told_in_utc_and_the_origin_as_it_was() {
    var facts = NoticeFacts.of(AT, Map.of("left", 4), new Origin("2001:db8::7", "curl/8.5"));

    assertThat(facts.lines())
        .containsExactly(
            new Line("When", "2026-11-21 12:00:00 UTC"),
            new Line("From address", "2001:db8::7"),
            new Line("With", "curl/8.5"),
            new Line("Recovery codes left", "4"));
  }

  @Test
  void who_has_three_recovery_codes_left_or_fewer_is_told_to_make_new_ones() {
    var facts = NoticeFacts.of(AT, Map.of("left", 3), null);

    assertThat(facts.lines()).contains(new Line("Recovery codes left", "3, make new ones now"));
  }

  @Test
  void the_platform_itself_has_no_address() {
    assertThat(NoticeFacts.of(AT, Map.of(), null).lines()).hasSize(1);
    assertThat(NoticeFacts.of(AT, Map.of(), Origin.PLATFORM).lines()).hasSize(2);
  }

  @Test
  void a_user_agent_can_not_bring_a_link_or_markup_into_somebody_elses_mailbox() {
    var said =
        NoticeFacts.harmless(
            "Sign in at https://evil.example/x or mail <b>me@evil.example</b>\r\n");

    assertThat(said).doesNotContain("://", "evil.example", "@", "<", ">", "\r", "\n");
  }

  @Test
  void an_ordinary_user_agent_stays_as_it_is() {
    var browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    assertThat(NoticeFacts.harmless(browser)).isEqualTo(browser);
    assertThat(NoticeFacts.harmless("x".repeat(500))).hasSize(120);
  }
}
