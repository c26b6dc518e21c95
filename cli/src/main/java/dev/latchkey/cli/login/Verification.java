package dev.latchkey.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.util.Map;

/** The link of a mail that shows an address to be somebody's. */
final class Verification {

  private Verification() {}

  /** Takes the whole link, or the token at its end. */
  static JsonNode of(Invocation invocation, String link) {
    var token = MailLink.token(link);
    return invocation
        .api()
        .send(Call.post("/users/~/email/actions/verify").json(Map.of("token", token)))
        .orFail();
  }
}
