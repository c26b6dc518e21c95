package dev.latchkey.e2e.store;

import dev.latchkey.contracts.endpoint.Owner;
import java.util.UUID;

/** Makes one line of one security log unwritable, as a bug of the ear would. */
public final class Refusal implements AutoCloseable {

  private final Postgres postgres;

  private Refusal(Postgres postgres) {
    this.postgres = postgres;
  }

  /** Refuses lines of a type about an account, until it is closed. */
  public static Refusal ofLogLine(Postgres postgres, String account, String type) {
    postgres.execute(
        Owner.NOTIFICATION,
        """
        create or replace function e2e_refusal() returns trigger language plpgsql as $$
        begin
          raise exception 'refused by a test';
        end
        $$
        """);
    postgres.execute(
        Owner.NOTIFICATION,
        """
        create trigger e2e_refusal before insert on security_event for each row
        when (new.account = '%s' and new.type = '%s') execute function e2e_refusal()
        """
            .formatted(UUID.fromString(account), type));
    return new Refusal(postgres);
  }

  @Override
  public void close() {
    postgres.execute(Owner.NOTIFICATION, "drop trigger if exists e2e_refusal on security_event");
  }
}
