package dev.latchkey.e2e.person;

import dev.latchkey.e2e.http.Answer;

/**
 * A session.
 *
 * @param device the device token that came with it; empty without one
 */
public record SignedIn(String id, String token, String device) {

  /** What a sign-in gave; it is an error when it gave none. */
  public static SignedIn of(Answer answer) {
    if (answer.status() != 201) {
      throw new AssertionError("no sign-in: " + answer);
    }
    var device = answer.text("/device/token");
    if (!device.isEmpty()) {
      Known.secret(device);
    }
    return new SignedIn(answer.text("/id"), Known.secret(answer.text("/token")), device);
  }

  @Override
  public String toString() {
    return "SignedIn[" + id + "]";
  }
}
