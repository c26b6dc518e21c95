package dev.latchkey.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.ApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest {

  @Test
  void the_document_that_is_checked_in_says_what_the_service_does() {
    ApiDocument.mustBeCheckedIn();
  }

  @Test
  void every_operation_says_what_it_does() {
    assertThat(ApiDocument.withoutSummary()).isEmpty();
  }
}
