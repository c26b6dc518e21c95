package dev.latchkey.mfa.sms;

import dev.latchkey.mfa.Patience;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * What text messages of a day cost, counted before they are sent: one statement a message, in
 * PostgreSQL, so that it is exact over all replicas and outlives every restart.
 */
@ApplicationScoped
class SmsSpend {

  private static final String TAKE =
      """
      insert into sms_spend as held (day, micros)
      select cast($1 as date), cast($2 as bigint) where cast($2 as bigint) <= cast($3 as bigint)
      on conflict (day) do update set micros = held.micros + excluded.micros
      where held.micros + excluded.micros <= cast($3 as bigint)
      """;

  private static final String GIVE_BACK =
      "update sms_spend set micros = micros - $2 where day = $1 and micros >= $2";

  private final Pool pool;
  private final Patience patience;
  private final SmsConfig config;
  private final Counter spent;

  SmsSpend(Pool pool, Patience patience, SmsConfig config, MeterRegistry meters) {
    this.pool = pool;
    this.patience = patience;
    this.config = config;
    this.spent = Counter.builder("latchkey.sms.spend").baseUnit("micros").register(meters);
  }

  /** True when a message to that country may still be paid for on that day; then it is. */
  Uni<Boolean> take(LocalDate day, String country) {
    long price = price(country);
    return run(TAKE, Tuple.of(day, price, config.spendPerDay()))
        .map(rows -> rows == 1)
        .invoke(paid -> spent.increment(paid ? price : 0));
  }

  /** The message was not asked for after all. */
  Uni<Void> giveBack(LocalDate day, String country) {
    return run(GIVE_BACK, Tuple.of(day, price(country))).replaceWithVoid();
  }

  private long price(String country) {
    return config.priceTo().getOrDefault(country, config.price());
  }

  private Uni<Integer> run(String statement, Tuple parameters) {
    return patience.with(
        pool.preparedQuery(statement).execute(parameters).map(rows -> rows.rowCount()));
  }
}
