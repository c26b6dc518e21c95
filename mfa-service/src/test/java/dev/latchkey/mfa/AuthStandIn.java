package dev.latchkey.mfa;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import java.util.List;

/** auth-service's side of the stories, in its own words. */
public final class AuthStandIn {

  /** The receipt that the stand-in gives. */
  public static final String RECEIPT =
      """
      {"sessionsEnded":[{"id":"00000000-0000-4000-8000-000000000001","description":"laptop",
      "client":"curl","ip":"192.0.2.7","createdAt":"2026-11-21T10:00:00Z"}],
      "authorizationsEnded":[{"id":"00000000-0000-4000-8000-000000000002","description":"cli"}],
      "authorizationsRemaining":[{"id":"00000000-0000-4000-8000-000000000003","description":"ci"}],
      "sshKeysRemaining":2,"apiKeyChanged":true,"epoch":8}
      """;

  private static final String CASCADES = "POST /internal/cascades";

  private static final OtherServiceStandIn AUTH = OtherServiceStandIn.of(Owner.AUTH);

  private AuthStandIn() {}

  /** Knows the account, and runs every cascade. */
  public static void knows(AccountId account, int epoch, String email) {
    epochIs(account, epoch);
    AUTH.answer(
        "GET /internal/accounts/" + account + "/addresses",
        200,
        "{\"emails\":[\"" + email + "\",\"second@example.com\"]}");
    cascadesAnswer(200, RECEIPT);
  }

  /** The account's epoch is another one from now on. */
  public static void epochIs(AccountId account, int epoch) {
    AUTH.answer("GET /internal/accounts/" + account + "/epoch", 200, "{\"epoch\":" + epoch + "}");
  }

  /** The epoch can't be had. */
  public static void epochFails(AccountId account) {
    AUTH.answer("GET /internal/accounts/" + account + "/epoch", 503, "{}");
  }

  /** Answers every cascade so from now on. */
  public static void cascadesAnswer(int status, String json) {
    AUTH.answer(CASCADES, status, json);
  }

  /** The bodies of the cascades that were asked for on an account. */
  public static List<String> cascadesOf(AccountId account) {
    return AUTH.received().stream()
        .filter(request -> request.line().equals(CASCADES))
        .map(OtherServiceStandIn.ReceivedRequest::body)
        .filter(body -> body.contains(account.toString()))
        .toList();
  }
}
