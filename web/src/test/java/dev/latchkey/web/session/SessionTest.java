package dev.latchkey.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final UUID ID = UUID.fromString("01234567-89ab-4def-8123-456789abcdef");

  @Test
  void it_is_called_what_it_was_described_as() {
    assertThat(session("Firefox on Linux", "Mozilla/5.0").name()).isEqualTo("Firefox on Linux");
  }

  @Test
  void without_a_description_it_is_called_by_its_program() {
    assertThat(session(" ", "curl/8.5.0").name()).isEqualTo("curl/8.5.0");
  }

  @Test
  void every_session_has_a_name_to_end_it_by() {
    assertThat(session("", "").name()).isEqualTo(ID.toString());
  }

  private static Session session(String description, String client) {
    return new Session(ID, description, client, "192.0.2.7", false, Instant.EPOCH, Instant.EPOCH);
  }
}
