package dev.latchkey.auth.sshkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.sshkey.SshKeyName.ById;
import dev.latchkey.auth.sshkey.SshKeyName.ByMd5;
import dev.latchkey.auth.sshkey.SshKeyName.BySha256;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyNameTest {

  private static final String ID = "6f0c1a5e-0f3b-4a39-8f62-0c9d0f7f3c11";
  private static final String MD5 = "17:63:a4:ba:24:d3:7f:af:17:c8:94:82:7e:80:56:bf";

  @Test
  void a_key_is_named_by_id_or_by_a_fingerprint() {
    var sha256 = "SHA256:" + "a/b+".repeat(10) + "abc";

    assertThat(SshKeyName.parse(ID)).contains(new ById(UUID.fromString(ID)));
    assertThat(SshKeyName.parse(MD5)).contains(new ByMd5(MD5));
    assertThat(SshKeyName.parse(sha256)).contains(new BySha256(sha256));
  }

  @Test
  void a_fingerprint_in_a_path_may_have_no_slashes() {
    var inPath = "SHA256:" + "a_b-".repeat(10) + "abc";

    assertThat(SshKeyName.parse(inPath))
        .contains(new BySha256("SHA256:" + "a/b+".repeat(10) + "abc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "17:63", "SHA256:short", "6f0c1a5e", "' or 1=1 --"})
  void anything_else_names_no_key(String text) {
    assertThat(SshKeyName.parse(text)).isEmpty();
  }
}
