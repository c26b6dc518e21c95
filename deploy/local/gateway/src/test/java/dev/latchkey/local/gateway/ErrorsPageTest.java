package dev.latchkey.local.gateway;

import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.testkit.CatalogueSection;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {

  @Test
  void the_page_explains_every_error() {
    var section = CatalogueSection.of("gateway");
    for (var refusal : Refusal.values()) {
      var type = CommonProblem.valueOf(refusal.name());
      section.entry(type.id(), type.status(), type.message(), type.advice());
    }

    section.mustBeOnThePage();
  }
}
