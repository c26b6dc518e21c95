package dev.latchkey.cli.operator.inside;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.platform.Call;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An account by what was typed: its address, or its id. Only an id gets into a path. */
public final class AccountLookup {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

  private AccountLookup() {}

  /** What auth-service knows of it. */
  public static JsonNode find(Operator operator, String typed) {
    var id = typed.toLowerCase(Locale.ROOT);
    if (ID.matcher(id).matches()) {
      return find(operator, Map.of("id", id));
    }
    if (ADDRESS.matcher(typed).matches()) {
      return find(operator, Map.of("email", typed));
    }
    throw new Failure(
        ExitCode.USAGE,
        "latch_usage",
        "ACCOUNT is an e-mail address, or the whole id of an account.");
  }

  private static JsonNode find(Operator operator, Map<String, String> by) {
    var answer =
        operator.ask(Service.AUTH, Call.post("/internal/operator/accounts/actions/find").json(by));
    if (answer.status() == 404) {
      throw new Failure(ExitCode.NOT_FOUND, "not_found", "There is no such account.");
    }
    return answer.orFail();
  }

  /** Its id; asks for that only where an address was typed. */
  public static String id(Operator operator, String typed) {
    var id = typed.toLowerCase(Locale.ROOT);
    return ID.matcher(id).matches() ? id : id(find(operator, typed));
  }

  /** The id of what was found. */
  public static String id(JsonNode account) {
    var id = account.path("id").asText();
    if (!ID.matcher(id).matches()) {
      throw new Failure(
          ExitCode.AWAY, "latch_not_a_platform", "What auth-service answered is no account.");
    }
    return id;
  }
}
