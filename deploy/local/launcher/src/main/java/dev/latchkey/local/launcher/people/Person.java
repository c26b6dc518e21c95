package dev.latchkey.local.launcher.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seeded person.
 *
 * @param setup what the person is to have
 * @param phone the number of who is to have a recovery phone, in E.164
 * @param totpSecret base32, as the enrolment gave it; null before, and for who has no app
 * @param recoveryCodes those that {@code ./dev otp} has not given away
 * @param seeded true once all is done
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Person(
    String email,
    String password,
    Setup setup,
    @Nullable String phone,
    @Nullable String totpSecret,
    @Nullable List<String> recoveryCodes,
    boolean seeded) {

  static Person to(String email, String password, Setup setup) {
    return new Person(email, password, setup, null, null, null, false);
  }

  /** This person, with what the platform has given one of that name before. */
  Person knowing(Person before) {
    return new Person(
        email, password, setup, phone, before.totpSecret, before.recoveryCodes, before.seeded);
  }

  Person withPhone(String number) {
    return new Person(email, password, setup, number, totpSecret, recoveryCodes, seeded);
  }

  Person withSecret(String secret) {
    return new Person(email, password, setup, phone, secret, recoveryCodes, seeded);
  }

  Person withCodes(List<String> codes) {
    return new Person(email, password, setup, phone, totpSecret, codes, seeded);
  }

  /** The app goes with the phone. */
  Person withoutApp() {
    return new Person(email, password, setup, phone, null, recoveryCodes, seeded);
  }

  Person done() {
    return new Person(email, password, setup, phone, totpSecret, recoveryCodes, true);
  }

  @Override
  public String toString() {
    return email;
  }
}
