package dev.latchkey.cli.authorization;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "authorizations",
    description = "List your authorizations: tokens that stand in for you.")
public final class Authorizations implements Callable<Integer> {

  static final String PATH = "/oauth/authorizations";

  private final Invocation invocation;

  public Authorizations(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var all = invocation.signedIn().list(PATH);
    invocation.screen().show(all, () -> new AuthorizationView(invocation).list(all));
    return ExitCode.OK.number();
  }
}
