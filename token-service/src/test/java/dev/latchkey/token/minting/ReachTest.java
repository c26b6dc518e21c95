package dev.latchkey.token.minting;

import static dev.latchkey.contracts.identity.Scope.GLOBAL;
import static dev.latchkey.contracts.identity.Scope.IDENTITY;
import static dev.latchkey.contracts.identity.Scope.READ;
import static dev.latchkey.contracts.identity.Scope.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.identity.Scope;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachTest {

  @Test
  void global_covers_everything() {
    assertThat(Reach.covers(Set.of(GLOBAL), EnumSet.allOf(Scope.class))).isTrue();
  }

  @Test
  void a_narrow_scope_covers_itself_and_less() {
    assertThat(Reach.covers(Set.of(READ, WRITE), Set.of(READ))).isTrue();
    assertThat(Reach.covers(Set.of(READ), Set.of(READ))).isTrue();
  }

  @Test
  void a_child_never_outranks_its_parent() {
    assertThat(Reach.covers(Set.of(READ), Set.of(GLOBAL))).isFalse();
    assertThat(Reach.covers(Set.of(READ), Set.of(READ, IDENTITY))).isFalse();
    assertThat(Reach.covers(Set.of(WRITE), Set.of(READ))).isFalse();
    assertThat(Reach.covers(Set.of(), Set.of(READ))).isFalse();
  }
}
