package dev.latchkey.auth.sshkey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.auth.sshkey.SshKeySamples.Sample;
import dev.latchkey.auth.sshkey.SshPublicKey.Reading.Read;
import dev.latchkey.auth.sshkey.SshPublicKey.Reading.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshPublicKeyTest {

  private static final Path KEYGEN = Path.of("/usr/bin/ssh-keygen");

  static final List<Sample> SAMPLES = SshKeySamples.ALL;

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void a_key_is_read_and_written_as_ssh_keygen_has_it(Sample sample) {
    var key = read(sample.text() + " me@laptop\n");

    assertThat(key.text()).isEqualTo(sample.text());
    assertThat(key.md5()).isEqualTo(sample.md5());
    assertThat(key.sha256()).isEqualTo(sample.sha256());
    assertThat(key.comment()).isEqualTo("me@laptop");
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void ssh_keygen_shows_the_same_fingerprints(Sample sample, @TempDir Path folder)
      throws Exception {
    assumeTrue(Files.isExecutable(KEYGEN), "ssh-keygen is not installed");
    var file = Files.writeString(folder.resolve("key.pub"), sample.text() + " me@laptop\n");
    var key = read(sample.text());

    assertThat(shown("md5", file)).contains(" MD5:" + key.md5() + " me@laptop");
    assertThat(shown("sha256", file)).contains(" " + key.sha256() + " me@laptop");
  }

  @Test
  void a_certificate_is_refused() {
    assertThat(why("ssh-ed25519-cert-v01@openssh.com " + SshKeySamples.ED25519.split(" ", 2)[1]))
        .contains("type that is not accepted");
  }

  @Test
  void a_comment_may_be_missing_and_may_have_spaces() {
    assertThat(read(SshKeySamples.ED25519).comment()).isEmpty();
    assertThat(read("  " + SshKeySamples.ED25519 + "  my old  laptop \r\n").comment())
        .isEqualTo("my old  laptop");
  }

  @Test
  void a_second_line_is_refused() {
    assertThat(why(SshKeySamples.ED25519 + " a\n" + SshKeySamples.RSA_2048))
        .isEqualTo("must be one line of a .pub file");
    assertThat(why(SshKeySamples.ED25519 + " a\rb")).contains("one line");
    assertThat(why(SshKeySamples.ED25519 + " a\u0000b")).contains("one line");
    assertThat(why(SshKeySamples.ED25519 + " \u001b[2Jhidden")).contains("one line");
  }

  @Test
  void options_before_the_key_are_refused() {
    assertThat(why("command=\"sh\" " + SshKeySamples.ED25519)).contains("type");
  }

  @Test
  void a_private_key_is_refused_by_name() {
    assertThat(why("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n"))
        .contains("private key");
  }

  @Test
  void weak_and_outdated_keys_are_refused() {
    assertThat(why(SshKeySamples.RSA_1024)).contains("at least 2048 bits");
    assertThat(why(SshKeySamples.DSA)).contains("type that is not accepted");
  }

  @Test
  void the_blob_must_be_of_the_type_before_it() {
    var blob = SshKeySamples.RSA_2048.split(" ", 2)[1];

    assertThat(why("ssh-ed25519 " + blob)).contains("says one type and contains another");
  }

  @Test
  void a_blob_with_something_after_its_end_is_refused() {
    for (var sample : SAMPLES) {
      var longer = changed(sample.text(), blob -> Arrays.copyOf(blob, blob.length + 1));

      assertThat(why(longer)).contains("is not a valid");
    }
  }

  @Test
  void a_blob_that_is_cut_anywhere_is_refused() {
    for (var sample : SAMPLES) {
      int length = blob(sample.text()).length;
      for (int end = 0; end < length; end++) {
        int cut = end;
        var shorter = changed(sample.text(), blob -> Arrays.copyOf(blob, cut));
        assertThat(SshPublicKey.read(shorter)).isInstanceOf(Unreadable.class);
      }
    }
  }

  @Test
  void a_point_off_the_curve_is_refused() {
    for (var text : List.of(SshKeySamples.ECDSA_256, SshKeySamples.ECDSA_521)) {
      var off = changed(text, SshPublicKeyTest::lastBitFlipped);

      assertThat(why(off)).contains("is not a valid");
    }
  }

  @Test
  void an_rsa_key_written_with_needless_zeros_is_refused() {
    var in = new SshWire(blob(SshKeySamples.RSA_2048));
    var padded = SshWire.strings(in.string(), new byte[] {0, 1, 0, 1}, in.string());

    assertThat(why("ssh-rsa " + Base64.getEncoder().encodeToString(padded)))
        .contains("is not a valid");
  }

  @Test
  void random_bytes_are_never_more_than_refused() {
    var random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      var type = SshKeyType.values()[random.nextInt(SshKeyType.values().length)];
      var rest = new byte[random.nextInt(300)];
      random.nextBytes(rest);
      var blob = new ByteArrayOutputStream();
      blob.writeBytes(SshWire.strings(type.text().getBytes(US_ASCII)));
      blob.writeBytes(rest);

      var text = type.text() + " " + Base64.getEncoder().encodeToString(blob.toByteArray());

      assertThat(SshPublicKey.read(text)).isInstanceOf(Unreadable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "ssh-rsa", "ssh-rsa ", "ssh-rsa !!!!", "ssh-rsa AAAA", "a b c"})
  void what_is_no_key_at_all_is_refused(String text) {
    assertThat(SshPublicKey.read(text)).isInstanceOf(Unreadable.class);
  }

  @Test
  void a_line_as_long_as_a_book_is_refused() {
    assertThat(why("ssh-rsa " + "A".repeat(9_000))).contains("one line");
    assertThat(why(SshKeySamples.ED25519 + " " + "x".repeat(256))).contains("comment");
  }

  private static String shown(String hash, Path file) throws IOException {
    var keygen =
        new ProcessBuilder(KEYGEN.toString(), "-l", "-E", hash, "-f", file.toString())
            .redirectErrorStream(true)
            .start();
    return new String(keygen.getInputStream().readAllBytes(), US_ASCII);
  }

  private static SshPublicKey read(String text) {
    assertThat(SshPublicKey.read(text)).isInstanceOf(Read.class);
    return ((Read) SshPublicKey.read(text)).key();
  }

  private static String why(String text) {
    assertThat(SshPublicKey.read(text)).isInstanceOf(Unreadable.class);
    return ((Unreadable) SshPublicKey.read(text)).why();
  }

  private static byte[] blob(String text) {
    return Base64.getDecoder().decode(text.split(" ", 2)[1]);
  }

  private static byte[] lastBitFlipped(byte[] blob) {
    blob[blob.length - 1] ^= 1;
    return blob;
  }

  private static String changed(String text, UnaryOperator<byte[]> change) {
    var blob = change.apply(blob(text));
    return text.split(" ", 2)[0] + " " + Base64.getEncoder().encodeToString(blob);
  }
}
