package dev.latchkey.bench.scale;

import dev.latchkey.bench.Few;
import dev.latchkey.bench.Inside;
import dev.latchkey.bench.Running;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * One edge check by API key, which reads the key and its account: auth-service and its connections'
 * processes in PostgreSQL.
 */
@Command(
    name = "accounts",
    description =
        "What a look-up of an API key and its account costs among few and among many. Others should"
            + " leave the platform alone meanwhile: accounts that they make are gone afterwards.")
public final class AccountsBench implements Callable<Integer> {

  // One number, one account, and its key: both tables get the same ids.
  private static final String ID = "md5('account ' || number)::uuid";

  private static final List<Tables.Filling> FILLINGS =
      List.of(
          new Tables.Filling(
              "account", "'id', %s, 'email', 'no.' || number || '@bench.example'".formatted(ID)),
          new Tables.Filling(
              "api_key",
              "'id', gen_random_uuid(), 'account_id', %s, 'token_hash', sha256(gen_random_uuid()::text::bytea)"
                  .formatted(ID)));

  @Mixin private Running platform = new Running();
  @Mixin private Rounds rounds = new Rounds();

  @Option(names = "--keys", description = "That are looked up. Default: ${DEFAULT-VALUE}.")
  private int keys = 50;

  @Option(names = "--small", description = "Default: ${DEFAULT-VALUE}.")
  private int small = 1000;

  @Option(names = "--large", description = "Default: ${DEFAULT-VALUE}.")
  private int large = 1_000_000;

  @Override
  public Integer call() throws SQLException, InterruptedException, ExecutionException {
    var people = platform.people();
    var looked =
        Few.of(
            keys,
            "people",
            () -> {
              var person = people.signedUp("bench");
              return person.apiKey(person.signIn());
            });
    long service = platform.process("auth-service");
    try (var tables = Tables.open(platform.superuser("auth"), service, "auth", FILLINGS)) {
      System.err.println("filling the tables");
      tables.fill(small, large);
      tables.explain("account", "email");
      tables.explain("account", "id");
      tables.explain("api_key", "token_hash");
      var inside = new Inside(platform);
      return rounds.met(tables, looked, key -> inside.check(key).send().ok()) ? 0 : 1;
    }
  }
}
