package dev.latchkey.mfa.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.MfaEvent.RecoveryCodesViewed;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Recovery codes that nobody can look at again. */
@QuarkusTest
@TestProfile(HashedPolicyTest.Hashed.class)
class HashedPolicyTest {

  /** The stricter choice of {@link RecoveryCodeConfig}. */
  public static class Hashed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("latchkey.recovery-codes.policy", "hashed");
    }
  }

  @Inject Clock clock;
  @Inject RecoveryCodeUnsealing unsealing;

  @Test
  void codes_are_shown_once_and_then_counted_only() {
    var dave = enrolled();
    var codes = dave.newCodes();
    assertThat(dave.verify(codes.getFirst())).isEqualTo("PASSED");

    var view = dave.viewCodes();

    assertThat(view.status()).isEqualTo(200);
    assertThat(view.response().body()).isEqualTo("{\"recovery_codes_left\":9}");
    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.all(RecoveryCodesViewed.class, dave.account, Duration.ofMillis(500)))
          .isEmpty();
    }
  }

  @Test
  @Tag("attack-29")
  void the_database_has_a_salted_hash_and_nothing_else() {
    var dave = enrolled();
    var codes = dave.newCodes();

    var rows = columnOf(dave, "row_to_json(c)::text");

    assertThat(columnOf(dave, "count(sealed)")).containsExactly("0");
    assertThat(rows).hasSize(10);
    for (var code : codes) {
      assertThat(rows).noneMatch(row -> row.contains(code) || row.contains(code.replace("-", "")));
    }
    assertThat(new HashSet<>(columnOf(dave, "c.hash"))).hasSize(10);
    assertThat(new HashSet<>(columnOf(dave, "s.salt"))).hasSize(1);
    assertThat(columnOf(dave, "s.salt")).doesNotContainAnyElementsOf(columnOf(another(), "s.salt"));
  }

  @Test
  void a_used_code_stays_used() {
    var dave = enrolled();
    var code = dave.newCodes().getFirst();

    assertThat(dave.verify(code)).isEqualTo("PASSED");
    assertThat(dave.verify(code)).isEqualTo("WRONG");
  }

  @Test
  void what_was_sealed_under_the_other_policy_is_erased_and_stays_good() {
    var dave = enrolled();
    var code = dave.newCodes().getFirst();
    Rows.change(
        """
        update recovery_code set sealed = 'sealed' where code_set =
          (select id from recovery_code_set where account = '%s')
        """
            .formatted(dave.account));

    var unused = unsealing.unseal().await().indefinitely();

    assertThat(columnOf(dave, "count(sealed)")).containsExactly("0");
    assertThat(dave.verify(code)).isEqualTo("PASSED");
  }

  private Person another() {
    var person = enrolled();
    person.newCodes();
    return person;
  }

  private Person enrolled() {
    var person = Person.named("dave");
    var unused = person.enrol(clock.instant());
    return person;
  }

  private static java.util.List<String> columnOf(Person person, String what) {
    return Rows.of(
        """
        select %s from recovery_code c join recovery_code_set s on s.id = c.code_set
        where s.account = '%s'
        """
            .formatted(what, person.account));
  }
}
