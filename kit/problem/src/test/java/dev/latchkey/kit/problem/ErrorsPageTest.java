package dev.latchkey.kit.problem;

import dev.latchkey.kit.testkit.CatalogueSection;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {

  @Test
  void the_page_explains_every_error() {
    var section = CatalogueSection.of("common");
    for (var type : CommonProblem.values()) {
      section.entry(type.id(), type.status(), type.message(), type.advice());
    }

    section.mustBeOnThePage();
  }
}
