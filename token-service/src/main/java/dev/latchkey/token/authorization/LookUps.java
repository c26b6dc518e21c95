package dev.latchkey.token.authorization;

import dev.latchkey.token.Patience;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sends look-ups that come while others are on their way as one message: waking PostgreSQL up and
 * being woken by it costs more than what it looks up (docs/adr/0033-look-ups-together.md). Who
 * comes when nobody is on the way goes at once and alone.
 *
 * <p>Nobody joins a message that was sent: what was ended before somebody asked is dead to him. In
 * it each look-up is a statement with a snapshot of its own (read committed).
 */
@Singleton
final class LookUps {

  /** So many messages are on their way at once; the more there are, the less each takes along. */
  static final int AT_ONCE = 2;

  /** So much goes in one message: who is in it waits for all of it. */
  private static final int TOGETHER = 64;

  private static final String HASH = "token_hash";

  static final String FIND =
      """
      select token_hash, id, token_id, account, sign_in, scope, epoch, factor_at, any_factor_at,
        parent_kind, parent_id, expires_at, last_used_at
      from authorizations
      where token_hash = $1 and ended_at is null and (expires_at is null or expires_at > $2)
        and (token_expires_at is null or token_expires_at > $2)
      """;

  private final Pool pool;
  private final Vertx vertx;
  private final Clock clock;
  private final Patience patience;
  private final Queue<Asked> waiting = new ConcurrentLinkedQueue<>();
  private final Semaphore lines = new Semaphore(AT_ONCE);

  LookUps(Pool pool, Vertx vertx, Clock clock, Patience patience) {
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Somebody who waits.
   *
   * @param until when he has waited too long, by {@link System#nanoTime}
   */
  private record Asked(
      Buffer hash, Context context, long until, UniEmitter<? super Optional<Row>> asker) {

    boolean over() {
      return until - System.nanoTime() <= 0;
    }
  }

  /** The row of the live token under this hash, or none; on the context of whoever asks. */
  Uni<Optional<Row>> under(byte[] hash) {
    var context = vertx.getOrCreateContext();
    long until = System.nanoTime() + patience.store().toNanos();
    return Uni.createFrom()
        .<Optional<Row>>emitter(
            asker -> join(new Asked(Buffer.buffer(hash), context, until, asker)))
        .emitOn(work -> context.runOnContext(nothing -> work.run()));
  }

  /** {@link #AT_ONCE} when nothing is on its way. */
  int freeLines() {
    return lines.availablePermits();
  }

  private void join(Asked one) {
    waiting.add(one);
    sendWaiting();
  }

  /**
   * Sends while somebody waits and a line is free. Nobody is forgotten: who finds no line free has
   * joined before, and whoever frees it looks afterwards.
   */
  private void sendWaiting() {
    while (!waiting.isEmpty() && lines.tryAcquire()) {
      var together = takeWaiting();
      if (together.isEmpty()) {
        lines.release();
      } else {
        // On the context of one who is in it: its trace is his, and messages are no one loop's.
        together.getFirst().context().runOnContext(nothing -> send(together));
      }
    }
  }

  /** While the store hangs more come than go: those for whom it is too late don't pile up. */
  private List<Asked> takeWaiting() {
    var together = new ArrayList<Asked>();
    while (together.size() < TOGETHER) {
      var one = waiting.poll();
      if (one == null) {
        break;
      }
      if (one.over()) {
        one.asker().fail(new TimeoutException());
      } else {
        together.add(one);
      }
    }
    return together;
  }

  private void send(List<Asked> together) {
    // A store that hangs must not keep the line: all that come later would wait for it.
    patience
        .limit(Uni.createFrom().deferred(() -> find(together)))
        .map(found -> apart(together.stream().map(Asked::hash).toList(), found))
        .subscribe()
        .with(
            found -> freeLine(() -> answer(together, found)),
            failure -> freeLine(() -> together.forEach(one -> one.asker().fail(failure))));
  }

  private Uni<RowSet<Row>> find(List<Asked> together) {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    var values =
        together.stream()
            .map(one -> Tuple.tuple().addBuffer(one.hash()).addOffsetDateTime(now))
            .toList();
    return pool.preparedQuery(FIND).executeBatch(values);
  }

  /**
   * What was found for each. The driver gives one set for each hash, in their order, also where it
   * is empty; were it ever otherwise, somebody would be signed in as somebody else, so none is
   * given out then.
   */
  static List<RowSet<Row>> apart(List<Buffer> hashes, RowSet<Row> first) {
    var sets = Stream.iterate(first, Objects::nonNull, RowSet::next).toList();
    if (sets.size() != hashes.size()
        || !IntStream.range(0, sets.size()).allMatch(i -> under(hashes.get(i), sets.get(i)))) {
      throw new IllegalStateException("what was found is not of those who asked");
    }
    return sets;
  }

  private static boolean under(Buffer hash, RowSet<Row> found) {
    var rows = found.iterator();
    return !rows.hasNext() || rows.next().getBuffer(HASH).equals(hash);
  }

  private void freeLine(Runnable tell) {
    lines.release();
    try {
      sendWaiting();
    } finally {
      tell.run();
    }
  }

  private static void answer(List<Asked> together, List<RowSet<Row>> found) {
    for (int i = 0; i < found.size(); i++) {
      var rows = found.get(i).iterator();
      together
          .get(i)
          .asker()
          .complete(rows.hasNext() ? Optional.of(rows.next()) : Optional.empty());
    }
  }
}
