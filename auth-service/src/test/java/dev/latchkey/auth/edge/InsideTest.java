package dev.latchkey.auth.edge;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.testkit.InsideCells;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who may ask what inside: docs/internal.md, cell by cell. */
@QuarkusTest
class InsideTest {

  @Inject InternalPort internal;

  @Test
  void every_caller_reaches_what_the_table_lets_it_ask_and_nothing_else() {
    InsideCells.tryAll(Owner.AUTH, internal.port());
  }
}
