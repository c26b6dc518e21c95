package dev.latchkey.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeRequestIdTest {

  private static final String UUID = "a0b1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d";

  @ParameterizedTest
  @ValueSource(strings = {UUID, UUID + "," + UUID, UUID + ", " + UUID, "mine", "1"})
  void ids_are_taken_over_as_they_are(String sent) {
    assertThat(SafeRequestId.of(sent)).contains(sent);
  }

  @Test
  void several_headers_are_one_list() {
    assertThat(SafeRequestId.of(List.of("a", "b"))).contains("a,b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "a,,b",
        "a b",
        "lkse_0000000000000000000000000000000000000",
        "mine,lkat_0000000000000000000000000000000000000",
        "eyJhbGciOiJFUzI1NiJ9.e30.c2ln",
        "alice@example.com",
        "+4915112345678",
        "a\u0000b",
        "a\nb",
        "a\u202eb",
        "ÿ",
        "\ud800",
        "${jndi:ldap://x}",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void what_could_be_something_else_is_not(String sent) {
    assertThat(SafeRequestId.of(sent)).isEmpty();
  }

  @Test
  void a_long_list_ends_after_a_whole_id() {
    var list = (UUID + ",").repeat(300) + "last";

    var kept = SafeRequestId.of(list).orElseThrow();

    assertThat(kept.length()).isBetween(SafeRequestId.LONGEST - 37, SafeRequestId.LONGEST);
    assertThat(list).startsWith(kept);
    assertThat(kept).endsWith(UUID);
  }

  @Test
  void nothing_is_taken_over_where_nothing_came() {
    assertThat(SafeRequestId.of((String) null)).isEmpty();
    assertThat(SafeRequestId.of(List.of())).isEmpty();
  }
}
