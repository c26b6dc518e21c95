package dev.latchkey.kit.budget;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Attempt budgets, exact over all replicas. Redis or PostgreSQL down fails the {@code Uni} within
 * about a second: nobody may try while nobody can count. Only {@link #giveBack} never fails.
 */
@ApplicationScoped
public class Budgets {

  private static final Logger LOG = Logger.getLogger(Budgets.class);

  private final BudgetKeys keys;
  private final BudgetCounter counter;
  private final BudgetFloor floor;
  private final MeterRegistry meters;

  Budgets(BudgetKeys keys, BudgetCounter counter, BudgetFloor floor, MeterRegistry meters) {
    this.keys = keys;
    this.counter = counter;
    this.floor = floor;
    this.meters = meters;
  }

  /**
   * Takes one attempt. Call it before the attempt is evaluated, and evaluate only when granted.
   *
   * @param key who tries, in any form: it is hashed before it is stored
   */
  public Uni<Grant> take(Limit limit, String key) {
    var hash = keys.of(limit, key);
    return counter
        .take(limit, hash)
        .chain(answer -> seeded(answer, limit, hash))
        .chain(answer -> settled(answer, limit, hash))
        .invoke(grant -> count(limit, grant instanceof Grant.Granted ? "granted" : "refused"))
        .onFailure()
        .invoke(() -> count(limit, "unavailable"));
  }

  /** After a success: forgets the failures of this key and the delay that grew from them. */
  public Uni<Void> clear(Limit limit, String key) {
    var hash = keys.of(limit, key);
    return floor.clear(hash).chain(() -> counter.clear(hash));
  }

  /**
   * Returns an attempt that was granted and shall not count: it was not evaluated, because
   * something was down, or it was right, and other attempts of the key must stay counted, as {@link
   * #clear} would not have it. A courtesy that never fails: with a store away one less is left,
   * never one more, and the caller has to tell what led to this.
   */
  public Uni<Void> giveBack(Limit limit, String key) {
    var hash = keys.of(limit, key);
    return counter
        .giveBack(hash)
        .chain(() -> floor.giveBack(hash))
        .onFailure()
        .invoke(away ->
            LOG.warnf("attempt kept limit=%s cause=%s", limit.name(), away.getClass().getName()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Answer> seeded(Answer answer, Limit limit, BudgetKey hash) {
    return answer instanceof Answer.Unknown
        ? floor.read(hash).chain(known -> counter.takeFrom(known, limit, hash))
        : Uni.createFrom().item(answer);
  }

  private Uni<Grant> settled(Answer answer, Limit limit, BudgetKey hash) {
    return switch (answer) {
      case Answer.UsedUp(var wait) -> Uni.createFrom().item(new Grant.Refused(wait));
      case Answer.Taken taken -> record(limit, hash, taken);
      case Answer.Unknown _ ->
          Uni.createFrom().failure(new IllegalStateException("Redis forgets while it is told"));
    };
  }

  private Uni<Grant> record(Limit limit, BudgetKey hash, Answer.Taken taken) {
    return floor
        .add(limit, hash, taken.tally())
        .onFailure()
        .call(() -> counter.giveBack(hash).onFailure().recoverWithNull())
        .map(known -> judge(limit, known, taken.now()));
  }

  /** Redis granted it; the floor refuses when Redis has lost some of what it had granted before. */
  private static Grant judge(Limit limit, Tally known, long now) {
    return known.taken() <= limit.attempts()
        ? new Grant.Granted(limit.attempts() - known.taken())
        : new Grant.Refused(Duration.ofMillis(known.ends() - now));
  }

  private void count(Limit limit, String outcome) {
    meters.counter("latchkey.budget", "limit", limit.name(), "outcome", outcome).increment();
  }
}
