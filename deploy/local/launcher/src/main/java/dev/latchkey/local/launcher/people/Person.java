package dev.latchkey.local.launcher.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A seeded person.
 *
 * @param twoFactor true for somebody who is to have a TOTP device
 * @param totpSecret base32, as the enrolment gave it; null before, and for who has none
 * @param seeded true once all is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Person(
    String email, String password, boolean twoFactor, @Nullable String totpSecret, boolean seeded) {

  static Person to(String email, String password, boolean twoFactor) {
    return new Person(email, password, twoFactor, null, false);
  }

  Person with(String secret) {
    return new Person(email, password, twoFactor, secret, seeded);
  }

  Person done() {
    return new Person(email, password, twoFactor, totpSecret, true);
  }

  @Override
  public String toString() {
    return email;
  }
}
