package dev.latchkey.web.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.hostile.Hostile;
import dev.latchkey.web.signin.BrowserName;
import dev.latchkey.web.visit.Next;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a browser tells a page without anybody having looked at it before. */
class FormValuesFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  @Test
  void any_date_is_a_time_within_bounds_or_told_to_be_none() {
    var dates = Hostile.near("2026-12-31", "+999999999-12-31", "-999999999-01-01", "0000-00-00");
    Hostile.holds(
        dates,
        text -> {
          if (Expiry.read("date", text, NOW) instanceof Expiry.After after) {
            assertThat(after.time()).isBetween(Duration.ofSeconds(1), Expiry.LONGEST);
          }
          assertThat(Expiry.read(text, text, NOW)).isNotNull();
        });
  }

  @Test
  void any_user_agent_gets_a_name_of_our_words() {
    var agent =
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140";
    Hostile.holds(
        Hostile.near(agent, "curl/8", ""),
        text -> assertThat(BrowserName.of(text)).matches("[A-Za-z]{1,9}( on [A-Za-z]{1,9})?"));
  }

  @Test
  void any_wish_leads_to_a_page_of_ours() {
    Hostile.holds(
        Hostile.near("/dashboard/account", "//example.com", "/dashboard/../x"),
        text -> assertThat(Next.of(text)).matches("/dashboard(/[A-Za-z0-9-]+)*"));
  }
}
