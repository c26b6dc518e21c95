package dev.latchkey.web.sshkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SshKeyTest {

  @Test
  void its_type_is_the_first_word_of_its_line() {
    assertThat(key("me@laptop", "ssh-ed25519 AAAA me@laptop").type()).isEqualTo("ssh-ed25519");
  }

  @Test
  void it_is_called_by_its_comment() {
    assertThat(key("me@laptop", "ssh-ed25519 AAAA me@laptop").name()).isEqualTo("me@laptop");
  }

  @Test
  void without_a_comment_it_is_called_by_its_fingerprint() {
    assertThat(key("", "ssh-rsa AAAA").name()).isEqualTo("SHA256:abc");
  }

  private static SshKey key(String comment, String line) {
    return new SshKey(new UUID(0, 1), comment, line, "SHA256:abc", Instant.EPOCH);
  }
}
