package dev.latchkey.auth;

import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.kit.testkit.CatalogueSection;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {

  @Test
  void the_page_explains_every_error() {
    var section = CatalogueSection.of("auth-service");
    for (var type : AuthProblem.values()) {
      section.entry(type.id(), type.status(), type.message(), type.advice());
    }

    section.mustBeOnThePage();
  }
}
