package dev.latchkey.bench.scale;

import dev.latchkey.bench.Running;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One introspection: token-service and its connections' processes in PostgreSQL. */
@Command(
    name = "tokens",
    description =
        "What a look-up of a token costs among few and among many. Others should leave the platform"
            + " alone meanwhile: authorizations that they make are gone afterwards.")
public final class TokensBench implements Callable<Integer> {

  private static final int OK = 200;
  private static final int AN_ACCOUNT = 50;

  private static final Tables.Filling AUTHORIZATIONS =
      new Tables.Filling(
          "authorizations",
          """
          'id', gen_random_uuid(), 'account', gen_random_uuid(), 'token_id', gen_random_uuid(),
          'token_hash', sha256(gen_random_uuid()::text::bytea), 'description', 'no. ' || number
          """);

  @Mixin private Running platform = new Running();
  @Mixin private Rounds rounds = new Rounds();

  @Option(names = "--tokens", description = "That are looked up. Default: ${DEFAULT-VALUE}.")
  private int tokens = 250;

  @Option(names = "--small", description = "Default: ${DEFAULT-VALUE}.")
  private int small = 1000;

  @Option(names = "--large", description = "Default: ${DEFAULT-VALUE}.")
  private int large = 1_000_000;

  @Override
  public Integer call() throws SQLException, InterruptedException, ExecutionException {
    var looked = tokens();
    long service = platform.process("token-service");
    try (var tables =
        Tables.open(platform.superuser("token"), service, "token", List.of(AUTHORIZATIONS))) {
      System.err.println("filling the tables");
      tables.fill(small, large);
      tables.explain("authorizations", "token_hash");
      var api = platform.api();
      // By way of the gateway, as they come: each request is one introspection.
      return rounds.met(
              tables, looked, token -> api.get("/account").bearer(token).send().status() == OK)
          ? 0
          : 1;
    }
  }

  /** Authorizations as people have them. */
  private List<String> tokens() {
    var people = platform.people();
    var made = new ArrayList<String>();
    while (made.size() < tokens) {
      var person = people.signedUp("bench");
      var session = person.signIn();
      for (int i = 0; i < AN_ACCOUNT && made.size() < tokens; i++) {
        made.add(person.authorize(session, "read"));
      }
      System.err.printf("\r%d of %d tokens ", made.size(), tokens);
    }
    System.err.println();
    return made;
  }
}
