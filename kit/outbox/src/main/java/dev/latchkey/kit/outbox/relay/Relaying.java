package dev.latchkey.kit.outbox.relay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.latchkey.kit.outbox.proof.EventSigning;
import dev.latchkey.kit.outbox.wire.Kafka;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One round of the relay: lock, read, sign, send, delete what Kafka took. */
@ApplicationScoped
class Relaying {

  // Below the emitter's buffer of 128 records.
  static final int BATCH = 100;

  // "latchkey" in ASCII: any constant that no other user of advisory locks in this database has.
  private static final long LOCK = 0x6c61_7463_686b_6579L;

  private final Pool pool;
  private final Kafka kafka;
  private final EventSigning signing;
  private final Vertx vertx;
  private final String service;

  Relaying(
      Pool pool,
      Kafka kafka,
      EventSigning signing,
      Vertx vertx,
      @ConfigProperty(name = "latchkey.service.name") String service) {
    this.pool = pool;
    this.kafka = kafka;
    this.signing = signing;
    this.vertx = vertx;
    this.service = service;
  }

  /** A fact that waits, and the record that will be sent. */
  private record Ready(Waiting row, ProducerRecord<String, byte[]> record) {}

  /**
   * Carries one batch. One relay at a time: two would each keep the order of their own batch and
   * still swap two facts of one account. The lock ends with the transaction, however it ends.
   */
  Uni<Delivery> round() {
    return pool.withTransaction(database ->
        locked(database)
            .chain(mine -> mine ? read(database) : Uni.createFrom().item(List.<Waiting>of()))
            .chain(rows -> rows.isEmpty() ? nothing() : carry(rows, database)));
  }

  private Uni<Boolean> locked(SqlConnection database) {
    return database
        .preparedQuery("select pg_try_advisory_xact_lock($1)")
        .execute(Tuple.of(LOCK))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  private Uni<List<Waiting>> read(SqlConnection database) {
    return database
        .preparedQuery(Waiting.SELECT)
        .execute(Tuple.of(BATCH))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Waiting::of).toList());
  }

  private Uni<Delivery> nothing() {
    return Uni.createFrom().item(new Delivery.Nothing());
  }

  private Uni<Delivery> carry(List<Waiting> rows, SqlConnection database) {
    return signed(rows).chain(ready -> deliver(ready, database));
  }

  /** Off the event loop: a whole batch would stop it for some twenty milliseconds. */
  private Uni<List<Ready>> signed(List<Waiting> rows) {
    return vertx.executeBlocking(() -> rows.stream().map(this::sign).toList(), false);
  }

  private Ready sign(Waiting row) {
    var record = row.toRecord(service);
    signing.sign(record);
    return new Ready(row, record);
  }

  private Uni<Delivery> deliver(List<Ready> rows, SqlConnection database) {
    var taken = new ConcurrentLinkedQueue<Long>();
    return send(rows, taken)
        .<Delivery>map(all -> new Delivery.Sent(taken.size()))
        .onFailure()
        .recoverWithItem(failure -> new Delivery.Broken(taken.size(), failure))
        .call(() -> delete(taken, database));
  }

  /**
   * The first row alone: with Kafka away, the producer then holds one record and not a hundred,
   * each of which would wait for its own time limit. The others account by account.
   */
  private Uni<Void> send(List<Ready> rows, Queue<Long> taken) {
    var others =
        rows.stream()
            .skip(1)
            .collect(groupingBy(one -> one.row().account(), LinkedHashMap::new, toList()));
    return send(rows.getFirst(), taken)
        .chain(() ->
            Multi.createFrom()
                .iterable(others.values())
                .onItem()
                .transformToUni(ofAccount -> inOrder(ofAccount, taken))
                .collectFailures()
                .merge(BATCH)
                .collect()
                .last())
        .replaceWithVoid();
  }

  /**
   * One after the other, and none after one that failed: a producer that gives one record up may
   * still send the next, and a resend would then come after it.
   */
  private Uni<Void> inOrder(List<Ready> ofAccount, Queue<Long> taken) {
    return Multi.createFrom()
        .iterable(ofAccount)
        .onItem()
        .transformToUniAndConcatenate(one -> send(one, taken))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> send(Ready one, Queue<Long> taken) {
    return kafka.send(one.record()).invoke(() -> taken.add(one.row().seq()));
  }

  private Uni<?> delete(Queue<Long> taken, SqlConnection database) {
    if (taken.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return database
        .preparedQuery("delete from outbox where seq = any($1)")
        .execute(Tuple.of(taken.toArray(Long[]::new)));
  }
}
