package dev.latchkey.auth;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import io.restassured.response.Response;

/** One person and what they do. mfa-service is a stand-in that says what the test tells it. */
public record TestPerson(TestGateway gateway, AccountId id, String email) {

  public static final String RIGHT_CODE = "123456";

  public Response signIn() {
    return gateway.call("POST", "/sessions").basic(email, People.PASSWORD).send();
  }

  /** The token of a new session. */
  public String session() {
    var answer = signIn();
    answer.then().statusCode(201);
    return answer.path("token");
  }

  public Response account(String token) {
    return gateway.call("GET", "/account").bearer(token).send();
  }

  public String apiKey(String session) {
    var answer =
        gateway
            .call("GET", "/oauth/authorizations/~")
            .bearer(session)
            .password(People.PASSWORD)
            .send();
    answer.then().statusCode(200);
    return answer.path("access_token.token");
  }

  void hasNoSecondFactor() {
    People.mfa().answer("GET " + path(), 200, "{\"due\":false,\"methods\":[]}");
    People.mfa().answer("POST " + path() + "/actions/verify", 200, outcome("NOT_ENROLLED"));
  }

  /** No second factor, and a sign-in whose password was right learns it when the gate opens. */
  void waitsAt(Gate gate) {
    People.mfa()
        .answer(
            "GET " + path(),
            gate.before(new OtherServiceStandIn.Answer(200, "{\"due\":false,\"methods\":[]}")));
  }

  /** From now on a code is due; {@link #RIGHT_CODE} is right each time. */
  public void hasSecondFactor() {
    People.mfa().answer("GET " + path(), 200, "{\"due\":true,\"methods\":[\"totp\"]}");
    People.mfa()
        .answer(
            "POST " + path() + "/actions/verify",
            request ->
                new OtherServiceStandIn.Answer(
                    200,
                    request.body().contains("\"" + RIGHT_CODE + "\"")
                        ? "{\"outcome\":\"PASSED\",\"proof\":\"otp\",\"retryAfterSeconds\":0}"
                        : outcome("WRONG")));
  }

  /** A code is due, and nobody may try one for now. */
  void isLockedOut() {
    hasSecondFactor();
    People.mfa()
        .answer(
            "POST " + path() + "/actions/verify",
            200,
            "{\"outcome\":\"LOCKED\",\"retryAfterSeconds\":60}");
  }

  /** From now on a code is due; {@link #RIGHT_CODE} is a recovery code, so many are left. */
  void hasRecoveryCodes(int left) {
    var due = "{\"due\":true,\"methods\":[\"totp\",\"recovery_code\"],\"recoveryCodesLeft\":%d}";
    People.mfa().answer("GET " + path(), 200, due.formatted(left));
    People.mfa()
        .answer(
            "POST " + path() + "/actions/verify",
            200,
            "{\"outcome\":\"PASSED\",\"proof\":\"recovery_code\",\"retryAfterSeconds\":0}");
  }

  private static String outcome(String outcome) {
    return "{\"outcome\":\"%s\",\"retryAfterSeconds\":0}".formatted(outcome);
  }

  private String path() {
    return "/internal/accounts/" + id + "/second-factor";
  }
}
