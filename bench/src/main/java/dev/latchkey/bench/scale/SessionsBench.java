package dev.latchkey.bench.scale;

import dev.latchkey.bench.Few;
import dev.latchkey.bench.Inside;
import dev.latchkey.bench.Running;
import dev.latchkey.e2e.person.SignedIn;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One edge check of a session: auth-service and Redis. */
@Command(
    name = "sessions",
    description =
        "What an edge check of a session costs among few and among many. Others should leave the"
            + " platform alone meanwhile: who signs in may be signed out afterwards.")
public final class SessionsBench implements Callable<Integer> {

  @Mixin private Running platform = new Running();
  @Mixin private Rounds rounds = new Rounds();

  @Option(names = "--sessions", description = "That are looked up. Default: ${DEFAULT-VALUE}.")
  private int sessions = 250;

  @Option(
      names = "--large",
      description = "A thousand of them take a megabyte of memory. Default: ${DEFAULT-VALUE}.")
  private int large = 3_000_000;

  @Override
  public Integer call() throws SQLException, InterruptedException, ExecutionException {
    var person = platform.people().signedUp("bench");
    var looked =
        Few.of(sessions, "sessions", person::signIn).stream().map(SignedIn::token).toList();
    try (var databases =
        Databases.open(
            platform.port("redis"), platform.process("redis"), platform.process("auth-service"))) {
      System.err.println("filling Redis");
      databases.fill(large);
      var inside = new Inside(platform);
      return rounds.met(databases, looked, token -> inside.check(token).send().ok()) ? 0 : 1;
    }
  }
}
