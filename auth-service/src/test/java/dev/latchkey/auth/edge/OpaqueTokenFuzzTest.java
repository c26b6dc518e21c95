package dev.latchkey.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.testkit.hostile.Hostile;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpaqueTokenFuzzTest {

  private static final Set<String> MINTED =
      Arrays.stream(TokenKind.values())
          .map(kind -> OpaqueToken.mint(kind, new Random(kind.ordinal())).text())
          .collect(Collectors.toSet());

  @Test
  void a_token_of_every_kind_is_read_as_what_it_is() {
    for (var kind : TokenKind.values()) {
      var token = OpaqueToken.mint(kind, new Random(kind.ordinal()));
      assertThat(OpaqueToken.parse(token.text())).contains(token);
      assertThat(OpaqueToken.parse(token.text()).orElseThrow().kind()).isEqualTo(kind);
    }
  }

  @Test
  void what_is_nearly_a_token_is_none() {
    Hostile.holds(
        Hostile.near(MINTED.toArray(String[]::new)),
        text -> {
          var read = OpaqueToken.parse(text);
          assertThat(read.isPresent()).isEqualTo(MINTED.contains(text));
          read.ifPresent(
              token -> assertThat(token.toString()).doesNotContain(text.substring(11, 32)));
        });
  }

  @Test
  void a_token_with_space_around_it_is_none() {
    for (var text : MINTED) {
      assertThat(OpaqueToken.parse(" " + text)).isEmpty();
      assertThat(OpaqueToken.parse(text + "\n")).isEmpty();
    }
  }
}
