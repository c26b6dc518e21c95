package dev.latchkey.token.lastuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.SealBroken;
import dev.latchkey.kit.sealing.Sealing;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.LiveToken;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Notes uses beside the requests: an introspection only puts one into a map, and a timer writes
 * them. A use that is lost in a crash, or for want of room, is noted at the next one.
 */
@Singleton
public class LastUses {

  private static final Logger log = Logger.getLogger(LastUses.class);
  private static final String PURPOSE = "authorization.last-used-from";
  private static final int ROOM = 10_000;

  // Of several replicas that noted the same token the first one writes.
  private static final String WRITE =
      """
      update authorizations set last_used_at = $2, last_used_from = $3
      where id = $1 and ended_at is null and (last_used_at is null or last_used_at <= $4)
      """;

  private final Pool pool;
  private final Sealing sealing;
  private final Clock clock;
  private final LastUseConfig config;
  private final Map<UUID, LastUse> waiting = new ConcurrentHashMap<>();

  LastUses(Pool pool, @Columns Sealing sealing, Clock clock, LastUseConfig config) {
    this.pool = pool;
    this.sealing = sealing;
    this.clock = clock;
    this.config = config;
  }

  /** Notes that this token was used; takes no time and never fails. */
  public void note(LiveToken used, Origin from) {
    var now = clock.instant();
    var before = used.lastUsedAt();
    boolean known = before != null && before.plus(config.every()).isAfter(now);
    if (!known && waiting.size() < ROOM) {
      waiting.putIfAbsent(
          used.authorization().value(), new LastUse(now, from.ip(), LastUse.coarse(from.client())));
    }
  }

  /** The last use that was noted of this one. */
  public Optional<LastUse> of(Authorization one) {
    var at = one.lastUsedAt;
    var sealed = one.lastUsedFrom;
    return at == null || sealed == null ? Optional.empty() : Optional.of(open(one.id, at, sealed));
  }

  /** Writes what was noted. What can't be written is dropped: the next use is soon. */
  @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> write() {
    var batch =
        List.copyOf(waiting.keySet()).stream()
            .flatMap(
                id -> Optional.ofNullable(waiting.remove(id)).map(use -> row(id, use)).stream())
            .toList();
    return batch.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(WRITE)
            .executeBatch(batch)
            .replaceWithVoid()
            .onFailure()
            .invoke(away -> log.warnf("uses are not noted cause=%s", away.getClass().getName()))
            .onFailure()
            .recoverWithNull();
  }

  private Tuple row(UUID id, LastUse use) {
    var from = (use.ip() + "\n" + use.client()).getBytes(UTF_8);
    return Tuple.of(
        id,
        time(use.at()),
        sealing.seal(PURPOSE, context(id), from),
        time(use.at().minus(config.every())));
  }

  private LastUse open(UUID id, Instant at, String sealed) {
    try {
      var from = new String(sealing.open(PURPOSE, context(id), sealed), UTF_8).split("\n", 2);
      return new LastUse(at, from[0], from[1]);
    } catch (SealBroken keyIsGone) {
      // It was not used since its key was taken away; when it was is still worth telling.
      return new LastUse(at, "", "");
    }
  }

  private static String context(UUID id) {
    return "authorizations:" + id;
  }

  private static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
