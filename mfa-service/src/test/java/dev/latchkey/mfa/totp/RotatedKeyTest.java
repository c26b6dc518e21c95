package dev.latchkey.mfa.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.IndependentSeal;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ring of the tests has two keys: {@code test-1} seals, {@code test-0} only opens. */
@QuarkusTest
class RotatedKeyTest {

  @Inject MovableClock clock;
  @Inject SecretSeal seal;

  private Person alice = Person.named("alice");
  private IndependentTotp app = IndependentTotp.typed("AAAAAAAA");
  private UUID factor = new UUID(0, 0);
  private TotpSecret secret = TotpSecret.of(new byte[20]);

  @BeforeEach
  void alice_has_an_app_since_a_minute() {
    var now = Instant.ofEpochSecond(clock.instant().getEpochSecond() / 30 * 30);
    clock.set(now);
    alice = Person.named("alice");
    app = alice.enrol(now);
    clock.advance(Duration.ofMinutes(1));
    factor = UUID.fromString(column("id"));
    secret = seal.open(TotpFactor.TABLE, factor, column("sealed_secret"));
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  @Tag("attack-24")
  void a_secret_under_the_old_key_verifies_and_is_then_sealed_under_the_new() throws Exception {
    write(sealed("test-0", factor, secret));

    assertThat(verify()).isEqualTo("PASSED");

    var resealed = column("sealed_secret");
    assertThat(resealed).startsWith("test-1.");
    assertThat(seal.open(TotpFactor.TABLE, factor, resealed).bytes()).isEqualTo(secret.bytes());
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify()).isEqualTo("PASSED");
    assertThat(column("sealed_secret")).isEqualTo(resealed);
  }

  @Test
  void a_wrong_code_seals_nothing_anew() throws Exception {
    var old = sealed("test-0", factor, secret);
    write(old);

    assertThat(alice.verify("000000")).isEqualTo("WRONG");

    assertThat(column("sealed_secret")).isEqualTo(old);
  }

  @Test
  void a_secret_whose_key_left_the_ring_lets_nobody_in() throws Exception {
    var gone = IndependentSeal.under("test-00", Base64.getEncoder().encodeToString(new byte[32]));
    staysShut(gone.seal("totp-secret", "totp_factor/" + factor, secret.bytes()));
  }

  @Test
  void a_secret_of_another_row_or_under_another_keys_name_lets_nobody_in() throws Exception {
    staysShut(sealed("test-0", UUID.randomUUID(), secret));
    staysShut(sealed("test-0", factor, secret).replace("test-0.", "test-1."));
  }

  /** RFC 6238, appendix B, all the way: the column, the clock, the door. */
  @Test
  @Tag("attack-1")
  void the_secret_of_the_rfc_passes_with_the_code_of_the_rfc() throws Exception {
    var ofTheRfc = TotpSecret.of("12345678901234567890".getBytes(US_ASCII));
    write(sealed("test-1", factor, ofTheRfc));
    clock.set(Instant.ofEpochSecond(2_000_000_000L));

    assertThat(alice.verify("279038")).isEqualTo("WRONG");
    assertThat(alice.verify("279037")).isEqualTo("PASSED");
    assertThat(alice.verify("279037")).isEqualTo("WRONG");
  }

  private void staysShut(String sealed) {
    write(sealed);
    var spent = column("last_step");

    var answer = alice.verified(app.codeAt(clock.instant()), false);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.response().body()).doesNotContain("PASSED");
    assertThat(column("sealed_secret")).isEqualTo(sealed);
    assertThat(column("last_step")).isEqualTo(spent);
    // Still due: a factor that can't be read is not a factor that isn't there.
    assertThat(alice.due().json().path("due").asBoolean()).isTrue();
  }

  private String verify() {
    return alice.verify(app.codeAt(clock.instant()));
  }

  private static String sealed(String kid, UUID factor, TotpSecret secret)
      throws GeneralSecurityException {
    var context = "totp_factor/" + factor;
    return IndependentSeal.ofTheRing(kid).seal("totp-secret", context, secret.bytes());
  }

  private String column(String name) {
    return Rows.of("select " + name + " from totp_factor where account = '" + alice.account + "'")
        .getFirst();
  }

  private void write(String sealed) {
    int rows =
        Rows.change(
            "update totp_factor set sealed_secret = '" + sealed + "' where id = '" + factor + "'");
    assertThat(rows).isEqualTo(1);
  }
}
