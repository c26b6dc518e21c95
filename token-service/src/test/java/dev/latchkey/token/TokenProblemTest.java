package dev.latchkey.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.testkit.CatalogueSection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenProblemTest {

  @Test
  void ids_are_for_ever() {
    assertThat(TokenProblem.values())
        .extracting(TokenProblem::id)
        .containsExactly(
            "security_changed",
            "too_many_clients",
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "invalid_scope",
            "unsupported_grant_type");
  }

  @Test
  void no_id_means_two_things() {
    var common = Stream.of(CommonProblem.values()).map(CommonProblem::id).toList();

    assertThat(TokenProblem.values())
        .extracting(TokenProblem::id)
        .doesNotContainAnyElementsOf(common);
  }

  @Test
  void the_page_explains_every_error() {
    var section = CatalogueSection.of("token-service");
    for (var type : TokenProblem.values()) {
      section.entry(type.id(), type.status(), type.message(), type.advice());
    }

    section.mustBeOnThePage();
  }
}
