package dev.latchkey.mfa.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that something else overtakes between their look and their deed. */
@QuarkusTest
class OvertakenTest {

  private static final String REPLACE =
      """
      with old as (delete from recovery_code_set where account = '%s' returning *)
      insert into recovery_code_set (id, account, switched_on_by, salt, issued_at)
        select gen_random_uuid(), account, switched_on_by, salt, issued_at from old
      """;

  private static final String WAITING =
      """
      select count(*) from pg_stat_activity
      where wait_event_type = 'Lock' and query like 'update recovery_code_set s%'
      """;

  @Inject Clock clock;
  @Inject RecoveryCodeIssuing.Writing writing;
  @Inject RecoveryCodeViewing.Looking looking;

  private Person dave = Person.named("dave");
  private List<String> codes = List.of();

  @BeforeEach
  void dave_has_codes() {
    dave = Person.named("dave");
    var unused = dave.enrol(clock.instant());
    codes = dave.newCodes();
  }

  /** Two-factor was switched off and on again since the epoch of the request was compared. */
  @Test
  void who_was_let_in_for_another_time_of_two_factor_neither_gets_nor_sees_codes()
      throws Throwable {
    var ask = new AskForCodes(dave.account, 7, true, new Origin("192.0.2.7", "curl"));
    var before = new EventId(UUID.randomUUID());
    var made = new NewCodes(UUID.randomUUID(), "salt", List.of(), List.of());

    var written = VertxContextSupport.subscribeAndAwait(() -> writing.write(ask, before, made));
    var looked = VertxContextSupport.subscribeAndAwait(() -> looking.look(ask, before));

    assertThat(List.of(written, looked))
        .allMatch(RecoveryCodesOutcome.AccountChanged.class::isInstance);
    assertThat(dave.verify(codes.getFirst())).isEqualTo("PASSED");
  }

  @Test
  @Tag("attack-28")
  void an_old_code_that_waits_while_new_ones_are_written_is_wrong_and_locks_nothing()
      throws Exception {
    try (var other = RealStores.database("mfa");
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeUpdate(REPLACE.formatted(dave.account));
      var answer = dave.verifyAsync(codes.getFirst());
      Awaitility.await().until(() -> Rows.of(WAITING).getFirst().equals("1"));

      other.commit();

      assertThat(answer.join().text("outcome")).isEqualTo("WRONG");
    }
  }
}
