package dev.latchkey.contracts.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointsTest {

  @Test
  void a_fixed_part_beats_a_parameter() {
    var apiKey = Endpoints.find(Verb.GET, "/oauth/authorizations/~").orElseThrow();

    assertThat(apiKey.owner()).isEqualTo(Owner.AUTH);
  }

  @Test
  void a_parameter_matches_one_part_and_never_an_empty_one() {
    assertThat(Endpoints.find(Verb.GET, "/oauth/authorizations/123")).isPresent();
    assertThat(Endpoints.find(Verb.GET, "/oauth/authorizations/")).isEmpty();
    assertThat(Endpoints.find(Verb.GET, "/oauth/authorizations/1/2")).isEmpty();
  }

  @Test
  void the_callers_own_is_nobodys_id() {
    assertThat(Endpoints.verbs("/oauth/authorizations/~")).containsExactly(Verb.GET);
    assertThat(Endpoints.find(Verb.PATCH, "/oauth/authorizations/~")).isEmpty();
    assertThat(Endpoints.find(Verb.DELETE, "/oauth/authorizations/~")).isEmpty();
    assertThat(
            Endpoints.find(Verb.POST, "/oauth/authorizations/~/actions/regenerate-tokens")
                .orElseThrow()
                .owner())
        .isEqualTo(Owner.AUTH);
  }

  @Test
  void what_is_not_in_the_table_is_unknown() {
    assertThat(Endpoints.find(Verb.GET, "/internal/edge")).isEmpty();
    assertThat(Endpoints.find(Verb.GET, "/q/metrics")).isEmpty();
    assertThat(Endpoints.find(Verb.GET, "/.well-known/jwks.json")).isEmpty();
    assertThat(Endpoints.find(Verb.DELETE, "/users")).isEmpty();
  }

  @Test
  void no_two_rows_are_about_the_same_request() {
    var seen = new HashSet<String>();

    for (var row : Endpoints.ALL) {
      assertThat(seen.add(row.verb() + " " + row.path().replaceAll("\\{[^}]*}", "{}"))).isTrue();
    }
  }

  @Test
  void a_password_is_accepted_on_the_paths_that_sign_in_and_nowhere_else() {
    var paths =
        Endpoints.ALL.stream().filter(Endpoint::signsIn).map(row -> row.verb() + " " + row.path());

    assertThat(paths).containsExactlyInAnyOrder("POST /sessions", "POST /oauth/authorizations");
  }

  @Test
  void only_a_global_scope_reaches_what_changes_something() {
    var weak = Set.of(Scope.READ, Scope.IDENTITY, Scope.WRITE, Scope.WRITE_PROTECTED);

    var reached =
        Endpoints.ALL.stream()
            .filter(row -> row.verb() != Verb.GET && !row.anonymous() && row.allows(weak))
            .filter(row -> row.credentials().stream().anyMatch(CredentialKind.TOKENS::contains))
            .map(row -> row.verb() + " " + row.path());

    // A token may end itself, whatever it may do besides: logout needs it.
    assertThat(reached)
        .containsExactlyInAnyOrder("DELETE /oauth/sessions/~", "DELETE /oauth/authorizations/{id}");
  }
}
