package dev.latchkey.web.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewAuthorizationTest {

  @Test
  void a_form_without_fields_chooses_nothing() {
    var typed = NewAuthorization.typed(null, null, null, null);

    assertThat(typed.description()).isEmpty();
    assertThat(typed.scopeChosen()).isFalse();
  }

  @Test
  void an_expiry_that_was_not_offered_never_becomes_never() {
    var typed = NewAuthorization.typed("CI", "read", "100000", "");

    assertThat(typed.expiry()).isEqualTo("date");
  }

  @Test
  void a_scope_that_was_not_offered_is_not_chosen() {
    assertThat(NewAuthorization.typed("CI", "admin", "30", "").scopeChosen()).isFalse();
  }

  @Test
  void the_form_begins_with_something_that_can_be_sent() {
    assertThat(NewAuthorization.BLANK.scopeChosen()).isTrue();
    assertThat(NewAuthorization.BLANK.expiries()).contains(NewAuthorization.BLANK.expiry());
  }
}
