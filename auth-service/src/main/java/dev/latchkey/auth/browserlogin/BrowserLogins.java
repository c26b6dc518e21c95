package dev.latchkey.auth.browserlogin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.auth.browserlogin.BrowserLogin.State;
import dev.latchkey.auth.redis.RecordSeal;
import dev.latchkey.auth.redis.RedisScript;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.sealing.LookupHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The shelf of logins, in Redis. What a login was worth is kept a while after it is over, so that
 * whoever still waits is told why it has failed.
 */
@ApplicationScoped
class BrowserLogins {

  /** From opening to the last moment in which it can be approved and used. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final String PURPOSE = "browser-login";
  private static final Duration KEPT = LIFE.multipliedBy(2);

  /** ARGV: who opened it, sealed; kept for ms. */
  private static final String OPEN =
      """
      redis.call('HSET', KEYS[1], 'state', 'waiting', 'opening', ARGV[1])
      redis.call('PEXPIRE', KEYS[1], ARGV[2])
      return 1
      """;

  private static final String LOOK =
      """
      if redis.call('EXISTS', KEYS[1]) == 0 then return false end
      return redis.call('HMGET', KEYS[1], 'opening', 'state', 'approval')
      """;

  /**
   * ARGV: account, the approval, sealed. The first approval counts; the same account may say it
   * again, and nobody says it for a login that another account has let in.
   */
  private static final String APPROVE =
      """
      local state = redis.call('HGET', KEYS[1], 'state')
      if state == 'approved' and redis.call('HGET', KEYS[1], 'account') == ARGV[1] then return 1 end
      if state ~= 'waiting' then return 0 end
      redis.call('HSET', KEYS[1], 'state', 'approved', 'account', ARGV[1], 'approval', ARGV[2])
      return 1
      """;

  /** ARGV: account. Who has let it in may think better of it, until the command line has it. */
  private static final String DENY =
      """
      local state = redis.call('HGET', KEYS[1], 'state')
      if state == 'denied' then return 1 end
      local own = state == 'approved' and redis.call('HGET', KEYS[1], 'account') == ARGV[1]
      if state ~= 'waiting' and not own then return 0 end
      redis.call('HSET', KEYS[1], 'state', 'denied')
      return 1
      """;

  /** Whoever begins may go on, and begin again if it was interrupted; nobody can refuse it then. */
  private static final String BEGIN =
      """
      local state = redis.call('HGET', KEYS[1], 'state')
      if state == 'finishing' then return 1 end
      if state ~= 'approved' then return 0 end
      redis.call('HSET', KEYS[1], 'state', 'finishing')
      return 1
      """;

  private static final String FINISH =
      """
      if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
      redis.call('HSET', KEYS[1], 'state', 'finished')
      return 1
      """;

  private final RedisScript open;
  private final RedisScript look;
  private final RedisScript approve;
  private final RedisScript deny;
  private final RedisScript begin;
  private final RedisScript finish;
  private final LookupHash lookup;
  private final RecordSeal seal;
  private final SecureRandom random;

  BrowserLogins(RedisAPI redis, LookupHash lookup, RecordSeal seal, SecureRandom random) {
    this.open = new RedisScript(redis, OPEN);
    this.look = new RedisScript(redis, LOOK);
    this.approve = new RedisScript(redis, APPROVE);
    this.deny = new RedisScript(redis, DENY);
    this.begin = new RedisScript(redis, BEGIN);
    this.finish = new RedisScript(redis, FINISH);
    this.lookup = lookup;
    this.seal = seal;
    this.random = random;
  }

  /** A new login. */
  Uni<OpenedLogin> open(String description, Origin origin, Instant now) {
    var token = OpaqueToken.mint(TokenKind.BROWSER_LOGIN, random);
    var id = LoginId.draw(random);
    var opening = new Opening(text(lookup.of(PURPOSE, token.text())), description, origin, now);
    var arguments = List.of(seal.seal(openingOf(id), opening), Long.toString(KEPT.toMillis()));
    return open.run(List.of(key(id)), arguments).replaceWith(new OpenedLogin(id, token));
  }

  /** The login, for who is signed in and has its address. */
  Uni<Optional<BrowserLogin>> find(LoginId id) {
    return found(id, opening -> true);
  }

  /** The login, for who opened it; nothing for any other token. */
  Uni<Optional<BrowserLogin>> find(LoginId id, OpaqueToken token) {
    return found(id, opening -> openedWith(opening, token));
  }

  private Uni<Optional<BrowserLogin>> found(LoginId id, Predicate<Opening> asked) {
    return look.run(List.of(key(id)), List.of())
        .map(found ->
            Optional.ofNullable(found)
                .flatMap(fields -> part(fields, 0, openingOf(id), Opening.class))
                .filter(asked)
                .map(opening -> login(id, opening, found)));
  }

  /** Lets it in. False when it was decided otherwise before. */
  Uni<Boolean> approve(LoginId id, Approval approval) {
    var arguments = List.of(approval.account().toString(), seal.seal(approvalOf(id), approval));
    return approve.run(List.of(key(id)), arguments).map(BrowserLogins::done);
  }

  /** Refuses it. False when another account has let it in, or its token is made. */
  Uni<Boolean> deny(LoginId id, AccountId account) {
    return deny.run(List.of(key(id)), List.of(account.toString())).map(BrowserLogins::done);
  }

  /** Begins to make the token of one that was let in. False when it was refused meanwhile. */
  Uni<Boolean> begin(LoginId id) {
    return begin.run(List.of(key(id)), List.of()).map(BrowserLogins::done);
  }

  /** Notes that the command line has its token. */
  Uni<Void> finish(LoginId id) {
    return finish.run(List.of(key(id)), List.of()).replaceWithVoid();
  }

  private BrowserLogin login(LoginId id, Opening opening, Response fields) {
    return new BrowserLogin(
        id,
        opening.description(),
        opening.origin(),
        opening.createdAt(),
        State.of(fields.get(1).toString()),
        part(fields, 2, approvalOf(id), Approval.class).orElse(null));
  }

  /** A sealed part; nothing when it is not there, or not ours. */
  private <T> Optional<T> part(Response fields, int index, String place, Class<T> type) {
    return Optional.ofNullable(fields.get(index))
        .flatMap(sealed -> seal.open(place, sealed.toString(), type));
  }

  private static boolean done(Response answer) {
    return answer.toInteger() == 1;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }

  private boolean openedWith(Opening opening, OpaqueToken token) {
    return lookup.all(PURPOSE, token.text()).stream()
        .anyMatch(hash -> same(opening.tokenHash(), text(hash)));
  }

  private static String text(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }

  private static String key(LoginId id) {
    return "lk:browser-login:" + id.text();
  }

  private static String openingOf(LoginId id) {
    return key(id) + "/opening";
  }

  private static String approvalOf(LoginId id) {
    return key(id) + "/approval";
  }

  /**
   * Who opened it. Sealed with the hash of the token: who could put his own there would get what
   * somebody else has let in.
   */
  record Opening(String tokenHash, String description, Origin origin, Instant createdAt) {}

  /** A login with its token, which is nowhere else. */
  record OpenedLogin(LoginId id, OpaqueToken token) {}
}
