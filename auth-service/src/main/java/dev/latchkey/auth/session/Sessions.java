package dev.latchkey.auth.session;

import dev.latchkey.auth.epoch.EpochRecord;
import dev.latchkey.auth.epoch.Standing;
import dev.latchkey.auth.redis.FirstFound;
import dev.latchkey.auth.redis.OpenedRecords;
import dev.latchkey.auth.redis.RecordSeal;
import dev.latchkey.auth.redis.RedisScript;
import dev.latchkey.auth.redis.SharedLine;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.sealing.LookupHash;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The shelf of sessions, in Redis: one record a session under the keyed hash of its token, and a
 * hash of session id to key for each account. The account's hash is written first: a session that
 * is alive is always in it, so "end all" finds it. A record is sealed for its key.
 */
@Singleton
public class Sessions {

  /** Of the key of a record, and of no other key. */
  public static final String PREFIX = "lk:session:";

  private static final String PURPOSE = "session";

  /** So many reads are on their way at once when all sessions of an account are read. */
  private static final int READS_AT_ONCE = 64;

  private static final Optional<Standing> NOT_READ = Optional.empty();

  private final RedisAPI redis;
  private final SharedLine line;
  private final RedisScript read;
  private final RedisScript readInEpoch;
  private final RedisScript create;
  private final RedisScript replace;
  private final LookupHash lookup;
  private final RecordSeal seal;
  private final OpenedRecords<Session> opened;
  private final SessionConfig config;
  private final Clock clock;

  Sessions(
      RedisAPI redis,
      SharedLine line,
      LookupHash lookup,
      RecordSeal seal,
      SessionConfig config,
      Clock clock) {
    this.redis = redis;
    this.line = line;
    this.read = new RedisScript(redis, SessionScripts.READ);
    this.readInEpoch = new RedisScript(redis, SessionScripts.READ_IN_EPOCH);
    this.create = new RedisScript(redis, SessionScripts.CREATE);
    this.replace = new RedisScript(redis, SessionScripts.REPLACE);
    this.lookup = lookup;
    this.seal = seal;
    this.opened = new OpenedRecords<>(seal, Session.class);
    this.config = config;
    this.clock = clock;
  }

  /** Stores a session under its token. */
  public Uni<StoredSession> add(Session session, OpaqueToken token) {
    var key = key(lookup.of(PURPOSE, token.text()));
    var ofAccount = accountKey(session.account());
    return within(redis.hset(List.of(ofAccount, session.id().toString(), key)))
        .chain(() -> within(redis.pexpire(List.of(ofAccount, millis(config.absolute())))))
        .chain(
            () -> create.run(List.of(key), List.of(seal.seal(key, session), timeToLive(session))))
        .replaceWith(new StoredSession(key, session, null, true));
  }

  /** The session of a token, dead or alive by its epoch; nothing when Redis has none. */
  Uni<Optional<StoredSession>> find(OpaqueToken token) {
    return FirstFound.of(lookup.all(PURPOSE, token.text()), hash -> inEpoch(key(hash)));
  }

  /** Every session of an account that Redis has. */
  Uni<List<StoredSession>> of(AccountId account) {
    return keys(account)
        .onItem()
        .transformToMulti(keys -> Multi.createFrom().iterable(keys.values()))
        .onItem()
        .transformToUni(this::byKey)
        .merge(READS_AT_ONCE)
        .filter(Optional::isPresent)
        .map(Optional::get)
        .collect()
        .asList();
  }

  /**
   * Changes a session, unless it has ended meanwhile. What others change at the same time is kept:
   * to note when a session was seen must not undo that its owner has shown a second factor.
   *
   * @param change made to the state that is found; once more when another change comes between
   */
  Uni<Void> change(String key, UnaryOperator<Session> change) {
    return read.run(List.of(key), List.of())
        .chain(found ->
            found == null
                ? Uni.createFrom().item(true)
                : replaced(key, found.get(0).toString(), change))
        .chain(done -> done ? Uni.createFrom().voidItem() : change(key, change));
  }

  private Uni<Boolean> replaced(String key, String before, UnaryOperator<Session> change) {
    return opened
        .open(key, before)
        .map(change)
        .map(after ->
            replace
                .run(List.of(key), List.of(seal.seal(key, after), timeToLive(after), before))
                .map(written -> written == null || written.toInteger() == 1))
        .orElseGet(() -> Uni.createFrom().item(true));
  }

  /** Removes a session; that it ended must already be on record in PostgreSQL. */
  Uni<Void> remove(AccountId account, SessionId id, String key) {
    return within(redis.del(List.of(key)))
        .chain(() -> within(redis.hdel(List.of(accountKey(account), id.toString()))))
        .replaceWithVoid();
  }

  /** Removes a record; true for the one who did. */
  Uni<Boolean> take(String key) {
    return within(redis.del(List.of(key))).map(removed -> removed.toInteger() == 1);
  }

  /** The key of one of an account's sessions, or nothing. */
  Uni<Optional<StoredSession>> find(AccountId account, SessionId id) {
    return within(redis.hget(accountKey(account), id.toString()))
        .chain(found ->
            found == null ? Uni.createFrom().item(Optional.empty()) : byKey(found.toString()));
  }

  private Uni<Optional<StoredSession>> byKey(String key) {
    return read.share(line, List.of(key), List.of())
        .map(found -> found == null ? Optional.empty() : stored(key, found, NOT_READ));
  }

  /** With the account's epoch, where it is known from before whose session lies there. */
  private Uni<Optional<StoredSession>> inEpoch(String key) {
    // That never changes: the token is in the key, and the key in the seal.
    return opened
        .last(key)
        .map(session -> inEpoch(key, EpochRecord.key(session.account())))
        .orElseGet(() -> byKey(key));
  }

  private Uni<Optional<StoredSession>> inEpoch(String key, String epoch) {
    return readInEpoch
        .share(line, List.of(key, epoch), List.of())
        .map(found ->
            found == null
                ? Optional.empty()
                : stored(key, found, EpochRecord.read(found.get(2).toString())));
  }

  private Optional<StoredSession> stored(String key, Response found, Optional<Standing> standing) {
    boolean sameServer = found.get(1).toInteger() == 1;
    // PostgreSQL is asked first about a session of another server; by then this would be old.
    var current = sameServer ? standing.orElse(null) : null;
    return opened
        .open(key, found.get(0).toString())
        .filter(this::lasts)
        .map(session -> new StoredSession(key, session, current, sameServer));
  }

  private Uni<Map<String, String>> keys(AccountId account) {
    return within(redis.hgetall(accountKey(account))).map(Sessions::entries);
  }

  private static Map<String, String> entries(@Nullable Response answer) {
    var entries = new HashMap<String, String>();
    if (answer != null) {
      for (var field : answer.getKeys()) {
        entries.put(field, answer.get(field).toString());
      }
    }
    return entries;
  }

  private boolean lasts(Session session) {
    return clock.instant().isBefore(session.createdAt().plus(config.absolute()));
  }

  /** Idle time, but never past the absolute end. */
  private String timeToLive(Session session) {
    Instant end = session.createdAt().plus(config.absolute());
    var left = Duration.between(clock.instant(), end);
    var life = left.compareTo(config.idle()) < 0 ? left : config.idle();
    return millis(life.isPositive() ? life : Duration.ofMillis(1));
  }

  private static String key(byte[] hash) {
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String accountKey(AccountId account) {
    return "lk:sessions:" + account;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  private static <T> Uni<T> within(Uni<T> answer) {
    return answer.ifNoItem().after(RedisScript.PATIENCE).fail();
  }
}
