package dev.latchkey.contracts.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternalEndpointsTest {

  @Test
  void a_row_lets_its_callers_ask_and_nobody_else() {
    var path = "/internal/accounts/1/second-factor";

    assertThat(InternalEndpoints.allow("mfa-service", "auth-service", "DELETE", path)).isTrue();
    for (var other : new String[] {"gateway", "token-service", "web", "stranger", "", "AUTH"}) {
      assertThat(InternalEndpoints.allow("mfa-service", other, "DELETE", path)).isFalse();
    }
    assertThat(InternalEndpoints.allow("token-service", "auth-service", "DELETE", path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /internal",
    "GET, /internal/",
    "GET, internal/accounts/1/second-factor",
    "GET, /internal/accounts/1/second-factor/",
    "GET, /internal/accounts//second-factor",
    "GET, /internal/accounts/1/2/second-factor",
    "GET, /Internal/accounts/1/second-factor",
    "POST, /internal/accounts/1/second-factor",
    "get, /internal/accounts/1/second-factor",
    "OPTIONS, /internal/accounts/1/second-factor",
    "GET, /internal/accounts/1/second-factor/actions/verify",
    "GET, *"
  })
  void what_has_no_row_nobody_may_ask(String method, String path) {
    for (var asker : Asker.values()) {
      assertThat(InternalEndpoints.allow("mfa-service", asker.caller(), method, path)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"TRACE, /internal/edge/account", "PUT, /internal/edge/", "HEAD, /internal/edge/a/b"})
  void the_edge_judges_methods_and_paths_itself(String method, String path) {
    assertThat(InternalEndpoints.allow("auth-service", "gateway", method, path)).isTrue();
    assertThat(InternalEndpoints.allow("auth-service", "mfa-service", method, path)).isFalse();
  }

  @Test
  void below_means_below() {
    for (var path : new String[] {"/internal/edge", "/internal/edgeless/x", "/x/internal/edge/"}) {
      assertThat(InternalEndpoints.allow("auth-service", "gateway", "GET", path)).isFalse();
    }
  }

  @Test
  void pages_have_a_key_that_opens_nothing() {
    assertThat(InternalEndpoints.ALL).noneMatch(row -> row.lets(Asker.WEB));
  }

  @Test
  void no_name_has_a_dot_so_no_key_id_is_anothers() {
    assertThat(Asker.values()).allSatisfy(asker -> assertThat(asker.caller()).matches("[a-z-]+"));
  }

  @Test
  void operators_ask_a_service_for_its_own_dead_letters_only() {
    for (var owner : Owner.values()) {
      for (var whose : Owner.values()) {
        var path = "/internal/operator/dead-letters/" + whose.service();
        assertThat(InternalEndpoints.allow(owner.service(), "operator", "GET", path))
            .isEqualTo(owner == whose);
      }
    }
  }
}
