package dev.latchkey.cli.authorization;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "authorizations:create",
    description = "Make an authorization; its token is shown this once.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  latch authorizations:create -d Codespaces",
      "  latch authorizations:create -d CI -e 90d -s read",
      "  latch authorizations:create -d Audit -e 2027-01-31 --json | jq -r .access_token.token"
    })
public final class AuthorizationCreating implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = {"-d", "--description"},
      paramLabel = "TEXT",
      description = "What it is for, as lists show it.")
  private @Nullable String description;

  @Option(
      names = {"-e", "--expires-in"},
      paramLabel = "TIME",
      description =
          "How long it lives: 90d, 12h, 3600 (seconds), or a date; for ever when left out.")
  private @Nullable String expiry;

  @Option(
      names = {"-s", "--scope"},
      paramLabel = "SCOPE",
      split = ",",
      description =
          "What it may do: global (when left out), identity, read, write, read-protected, write-protected.")
  private List<String> scope = List.of();

  public AuthorizationCreating(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var made = invocation.signedIn().ask(Call.post(Authorizations.PATH).json(wish()));
    var screen = invocation.screen();
    screen.show(made, () -> new AuthorizationView(invocation).one(made));
    screen.aside("Copy the token now: it is not shown again.");
    return ExitCode.OK.number();
  }

  private Map<String, Object> wish() {
    var wish = new LinkedHashMap<String, Object>();
    if (description != null) {
      wish.put("description", description);
    }
    if (!scope.isEmpty()) {
      wish.put("scope", scope);
    }
    if (expiry != null) {
      var clock = invocation.clock().withZone(ZoneId.systemDefault());
      wish.put("expires_in", Lifetime.seconds(expiry, clock).orElseThrow(this::unreadable));
    }
    return wish;
  }

  private Failure unreadable() {
    return new Failure(
        ExitCode.USAGE,
        "latch_usage",
        "-e takes a time to come: 90d, 12h, 3600 (seconds), or a date such as 2027-01-31.");
  }
}
