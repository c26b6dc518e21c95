package dev.latchkey.mfa.recoverycode;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mfa.IndependentSeal;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ring of the tests has two keys: {@code test-1} seals, {@code test-0} only opens. */
@QuarkusTest
class ResealingTest {

  @Inject Clock clock;
  @Inject RecoveryCodes shelf;
  @Inject RecoveryCodeHashing hashing;

  private Person dave = Person.named("dave");
  private List<String> codes = List.of();

  @BeforeEach
  void dave_has_a_code_under_the_old_key() throws GeneralSecurityException {
    dave = Person.named("dave");
    var unused = dave.enrol(clock.instant());
    codes = dave.newCodes();
    var plain = codes.getFirst().replace("-", "").getBytes(US_ASCII);
    var context = "recovery_code/" + first("c.id");
    var sealed = IndependentSeal.ofTheRing("test-0").seal("recovery-code", context, plain);
    changeFirst("sealed = '" + sealed + "'");
  }

  @Test
  void a_code_under_the_old_key_is_shown_and_then_sealed_under_the_new() {
    assertThat(viewed()).isEqualTo(codes);

    var resealed = first("sealed");
    assertThat(resealed).startsWith("test-1.");
    assertThat(viewed()).isEqualTo(codes);
    assertThat(first("sealed")).isEqualTo(resealed);
    assertThat(dave.verify(codes.getFirst())).isEqualTo("PASSED");
  }

  /** What was read before the code was spent must not be written after. */
  @Test
  void a_code_that_is_spent_while_it_is_looked_at_stays_spent() throws Throwable {
    var unused =
        VertxContextSupport.subscribeAndAwait(() ->
            Panache.withTransaction(() ->
                shelf
                    .unused(dave.account)
                    .invoke(() -> changeFirst("used_at = now(), sealed = null"))
                    .call(looked -> shelf.reseal(looked.getFirst(), "test-1.sealed-anew"))));

    assertThat(first("used_at is not null and sealed is null")).isEqualTo("t");
    assertThat(dave.verify(codes.getFirst())).isEqualTo("WRONG");
  }

  /** The keyed hashes have a ring as well. */
  @Test
  void a_code_hashed_under_the_old_key_is_right_once() {
    var code = RecoveryCode.typed(codes.getFirst()).orElseThrow();
    var hashes = hashing.typed(code, first("s.salt")).split(",", -1);
    assertThat(hashes).hasSize(2);
    assertThat(first("c.hash")).isEqualTo(hashes[0]);
    changeFirst("hash = '" + hashes[1] + "'");

    assertThat(dave.verify(codes.getFirst())).isEqualTo("PASSED");
    assertThat(dave.verify(codes.getFirst())).isEqualTo("WRONG");
  }

  private List<String> viewed() {
    var texts = dave.viewCodes().json().path("recovery_codes");
    return texts.valueStream().map(text -> text.asText()).toList();
  }

  private String first(String what) {
    return Rows.of(
            """
            select %s from recovery_code c join recovery_code_set s on s.id = c.code_set
            where s.account = '%s' and c.place = 0
            """
                .formatted(what, dave.account))
        .getFirst();
  }

  private void changeFirst(String how) {
    int rows =
        Rows.change(
            """
            update recovery_code set %s where place = 0 and code_set =
              (select id from recovery_code_set where account = '%s')
            """
                .formatted(how, dave.account));
    assertThat(rows).isEqualTo(1);
  }
}
