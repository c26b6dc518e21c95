package dev.latchkey.cli.operator.inside;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.util.stream.Stream;

/** A service that operators ask, and the variable that says where its internal port is. */
public enum Service {
  AUTH("auth-service", "LATCHKEY_AUTH_SERVICE"),
  MFA("mfa-service", "LATCHKEY_MFA_SERVICE"),
  TOKEN("token-service", "LATCHKEY_TOKEN_SERVICE"),
  NOTIFICATION("notification-service", "LATCHKEY_NOTIFICATION_SERVICE");

  private final String title;
  private final String variable;

  Service(String title, String variable) {
    this.title = title;
    this.variable = variable;
  }

  /** The one of that name, as it was typed; only a name of ours gets into a path. */
  public static Service named(String typed) {
    return Stream.of(values())
        .filter(service -> service.title.equals(typed))
        .findFirst()
        .orElseThrow(() ->
            new Failure(
                ExitCode.USAGE,
                "latch_usage",
                "NAME is one of auth-service, mfa-service, token-service and notification-service."));
  }

  /** Its name, which is also the audience of a credential for it. */
  public String title() {
    return title;
  }

  public String variable() {
    return variable;
  }
}
