package dev.latchkey.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

  @Test
  void scopes_travel_as_words() {
    var scopes = Set.of(Scope.READ_PROTECTED, Scope.GLOBAL);

    assertThat(Scope.join(scopes)).isEqualTo("global read-protected");
    assertThat(Scope.split("global read-protected")).isEqualTo(scopes);
  }

  @Test
  void an_unknown_word_gives_no_reach() {
    assertThat(Scope.split("GLOBAL everything read")).containsExactly(Scope.READ);
    assertThat(Scope.split("")).isEmpty();
  }
}
