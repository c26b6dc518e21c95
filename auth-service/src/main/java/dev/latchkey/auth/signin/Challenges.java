package dev.latchkey.auth.signin;

import dev.latchkey.auth.redis.FirstFound;
import dev.latchkey.auth.redis.RecordSeal;
import dev.latchkey.auth.redis.RedisScript;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.sealing.LookupHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shelf of challenges, in Redis: ten minutes, five codes, one success. */
@ApplicationScoped
class Challenges {

  static final Duration LIFE = Duration.ofMinutes(10);

  private static final String PURPOSE = "challenge";
  private static final String MOST_CODES = "5";

  /** ARGV: whose it is, sealed; life in ms. */
  private static final String ISSUE =
      """
      redis.call('HSET', KEYS[1], 'subject', ARGV[1], 'n', 0)
      redis.call('PEXPIRE', KEYS[1], ARGV[2])
      return 1
      """;

  /** ARGV: most codes. Counts before the code is looked at, so parallel guesses count too. */
  private static final String TAKE =
      """
      if redis.call('EXISTS', KEYS[1]) == 0 then return false end
      if redis.call('HINCRBY', KEYS[1], 'n', 1) > tonumber(ARGV[1]) then
        redis.call('DEL', KEYS[1])
        return false
      end
      return redis.call('HGET', KEYS[1], 'subject')
      """;

  private static final String LOOK =
      """
      return redis.call('HGET', KEYS[1], 'subject')
      """;

  private static final String END = "return redis.call('DEL', KEYS[1])";

  private final RedisScript issue;
  private final RedisScript take;
  private final RedisScript look;
  private final RedisScript end;
  private final LookupHash lookup;
  private final RecordSeal seal;
  private final SecureRandom random;

  Challenges(RedisAPI redis, LookupHash lookup, RecordSeal seal, SecureRandom random) {
    this.issue = new RedisScript(redis, ISSUE);
    this.take = new RedisScript(redis, TAKE);
    this.look = new RedisScript(redis, LOOK);
    this.end = new RedisScript(redis, END);
    this.lookup = lookup;
    this.seal = seal;
    this.random = random;
  }

  /** Makes a challenge and gives its token, this once. */
  Uni<OpaqueToken> issue(AccountId account, int epoch, boolean knownDevice) {
    var token = OpaqueToken.mint(TokenKind.CHALLENGE, random);
    var key = key(id(lookup.of(PURPOSE, token.text())));
    var sealed = seal.seal(key, new Subject(account, epoch, knownDevice));
    var arguments = List.of(sealed, Long.toString(LIFE.toMillis()));
    return issue.run(List.of(key), arguments).replaceWith(token);
  }

  /** Takes one of the challenge's five tries; nothing when it is over. */
  Uni<Optional<Challenge>> take(OpaqueToken token) {
    return found(token, take, List.of(MOST_CODES));
  }

  /** The challenge, without taking a try: for who sends no code. */
  Uni<Optional<Challenge>> look(OpaqueToken token) {
    return found(token, look, List.of());
  }

  Uni<Void> end(Challenge challenge) {
    return end.run(List.of(key(challenge.id())), List.of()).replaceWithVoid();
  }

  private Optional<Challenge> challenge(String id, @Nullable Response found) {
    return Optional.ofNullable(found)
        .flatMap(sealed -> seal.open(key(id), sealed.toString(), Subject.class))
        .map(subject ->
            new Challenge(id, subject.account(), subject.epoch(), subject.knownDevice()));
  }

  /**
   * Under which of its hashes it lies only one place knows; in the others a script does nothing.
   */
  private Uni<Optional<Challenge>> found(
      OpaqueToken token, RedisScript script, List<String> arguments) {
    return FirstFound.of(
        lookup.all(PURPOSE, token.text()).stream().map(Challenges::id).toList(),
        id -> script.run(List.of(key(id)), arguments).map(found -> challenge(id, found)));
  }

  private static String id(byte[] hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String key(String id) {
    return "lk:challenge:" + id;
  }

  /** Whose half sign-in it is. */
  record Subject(AccountId account, int epoch, boolean knownDevice) {}
}
