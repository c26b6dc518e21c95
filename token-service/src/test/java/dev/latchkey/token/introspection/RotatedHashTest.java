package dev.latchkey.token.introspection;

import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.sealing.LookupHash;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * The ring of the tests has two keys: {@code test-1} hashes, {@code test-0} is only looked under.
 */
@QuarkusTest
class RotatedHashTest {

  @Inject LookupHash lookup;

  @Test
  void a_token_from_before_the_rotation_is_good() {
    var account = anAccount();
    var made = mint(session(account), "{}");
    var hashes = lookup.all("authorization", made.text());
    assertThat(hashes).hasSize(2);

    var moved =
        Rows.of(
            """
            with moved as (update authorizations set token_hash = decode('%s', 'hex')
              where account = '%s' and token_hash = decode('%s', 'hex') returning 1)
            select count(*) from moved
            """
                .formatted(hex(hashes.get(1)), account, hex(hashes.getFirst())));

    assertThat(moved).containsExactly("1");
    assertThat(active(made)).isTrue();
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
