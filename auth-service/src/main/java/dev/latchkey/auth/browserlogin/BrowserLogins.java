package dev.latchkey.auth.browserlogin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.auth.browserlogin.BrowserLogin.State;
import dev.latchkey.auth.redis.RecordSeal;
import dev.latchkey.auth.redis.RedisScript;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
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
import org.jspecify.annotations.Nullable;

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

  /** ARGV: token, description, ip, client, created in ms, kept for ms. */
  private static final String OPEN =
      """
      redis.call('HSET', KEYS[1], 'state', 'waiting', 'token', ARGV[1], 'description', ARGV[2],
        'ip', ARGV[3], 'client', ARGV[4], 'created', ARGV[5])
      redis.call('PEXPIRE', KEYS[1], ARGV[6])
      return 1
      """;

  private static final String LOOK =
      """
      if redis.call('EXISTS', KEYS[1]) == 0 then return false end
      return redis.call('HMGET', KEYS[1], 'token', 'description', 'ip', 'client', 'created',
        'state', 'approval')
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
    var arguments =
        List.of(
            text(lookup.of(PURPOSE, token.text())),
            description,
            origin.ip(),
            origin.client(),
            Long.toString(now.toEpochMilli()),
            Long.toString(KEPT.toMillis()));
    return open.run(key(id), arguments).replaceWith(new OpenedLogin(id, token));
  }

  /** The login, for who is signed in and has its address. */
  Uni<Optional<BrowserLogin>> find(LoginId id) {
    return look.run(key(id), List.of())
        .map(found -> Optional.ofNullable(found).map(fields -> login(id, fields)));
  }

  /** The login, for who opened it; nothing for any other token. */
  Uni<Optional<BrowserLogin>> find(LoginId id, OpaqueToken token) {
    return look.run(key(id), List.of())
        .map(found ->
            Optional.ofNullable(found)
                .filter(fields -> opened(text(fields, 0), token))
                .map(fields -> login(id, fields)));
  }

  /** Lets it in. False when it was decided otherwise before. */
  Uni<Boolean> approve(LoginId id, Approval approval) {
    var arguments =
        List.of(approval.account().toString(), seal.seal(sealedFor(id), words(approval)));
    return approve.run(key(id), arguments).map(BrowserLogins::done);
  }

  /** Refuses it. False when another account has let it in, or its token is made. */
  Uni<Boolean> deny(LoginId id, AccountId account) {
    return deny.run(key(id), List.of(account.toString())).map(BrowserLogins::done);
  }

  /** Begins to make the token of one that was let in. False when it was refused meanwhile. */
  Uni<Boolean> begin(LoginId id) {
    return begin.run(key(id), List.of()).map(BrowserLogins::done);
  }

  /** Notes that the command line has its token. */
  Uni<Void> finish(LoginId id) {
    return finish.run(key(id), List.of()).replaceWithVoid();
  }

  private BrowserLogin login(LoginId id, Response fields) {
    var approval =
        Optional.ofNullable(fields.get(6))
            .flatMap(sealed -> seal.open(sealedFor(id), sealed.toString()))
            .map(BrowserLogins::approval);
    return new BrowserLogin(
        id,
        text(fields, 1),
        new Origin(text(fields, 2), text(fields, 3)),
        Instant.ofEpochMilli(Long.parseLong(text(fields, 4))),
        State.of(text(fields, 5)),
        approval.orElse(null));
  }

  private static String words(Approval approval) {
    var factor = approval.factorAt();
    return String.join(
        " ",
        approval.authorization().toString(),
        approval.account().toString(),
        Integer.toString(approval.epoch()),
        factor == null ? "" : Long.toString(factor.toEpochMilli()));
  }

  private static Approval approval(String text) {
    var words = text.split(" ", -1);
    return new Approval(
        AuthorizationId.of(words[0]),
        AccountId.of(words[1]),
        Integer.parseInt(words[2]),
        moment(words[3]));
  }

  private static @Nullable Instant moment(String millis) {
    return millis.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private static String text(Response fields, int index) {
    return fields.get(index).toString();
  }

  private static boolean done(Response answer) {
    return answer.toInteger() == 1;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }

  private boolean opened(String kept, OpaqueToken token) {
    return lookup.all(PURPOSE, token.text()).stream().anyMatch(hash -> same(kept, text(hash)));
  }

  private static String text(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }

  private static List<String> key(LoginId id) {
    return List.of(sealedFor(id));
  }

  /** Where a login lies, and its approval opens. */
  private static String sealedFor(LoginId id) {
    return "lk:browser-login:" + id.text();
  }

  /** A login with its token, which is nowhere else. */
  record OpenedLogin(LoginId id, OpaqueToken token) {}
}
