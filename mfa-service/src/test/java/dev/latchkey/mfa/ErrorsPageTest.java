package dev.latchkey.mfa;

import dev.latchkey.kit.testkit.CatalogueSection;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {

  @Test
  void the_page_explains_every_error() {
    var section = CatalogueSection.of("mfa-service");
    for (var type : MfaProblem.values()) {
      section.entry(type.id(), type.status(), type.message(), type.advice());
    }

    section.mustBeOnThePage();
  }
}
