package dev.latchkey.e2e.store;

import dev.latchkey.contracts.endpoint.Owner;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes away what a service has made of the events about an account, as if it had heard none. */
public final class Forgetting {

  private final Postgres postgres;
  private final UUID account;

  public Forgetting(Postgres postgres, String account) {
    this.postgres = postgres;
    this.account = UUID.fromString(account);
  }

  /** Deletes the rows of a table, and that the events were heard. */
  public void of(Owner hearer, String table, List<Heard> heard) {
    postgres.execute(hearer, "delete from %s where account = '%s'".formatted(table, account));
    var ids =
        heard.stream()
            .map(one -> "'" + UUID.fromString(one.id()) + "'")
            .collect(Collectors.joining(", "));
    postgres.execute(hearer, "delete from inbox where id in (%s)".formatted(ids));
  }
}
