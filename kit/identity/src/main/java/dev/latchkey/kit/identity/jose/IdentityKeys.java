package dev.latchkey.kit.identity.jose;

import java.io.IOException;
import java.net.ConnectException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The edge's public keys, from its JWKS. A key id we do not know makes us look again, but at most
 * once a minute: a flood of invented ids must not become a flood of fetches. So the edge publishes
 * a key for more than a minute before it signs with it.
 *
 * <p>Keys are believed for a minute; then whoever needs one first fetches them anew, also after
 * hours without a request. So a key that was withdrawn is refused a minute later. While the edge's
 * keys can't be had, those we have go on for five minutes: a hiccup of one service must not refuse
 * everybody's identities. After that nobody passes (503), because a key might have been withdrawn
 * for a reason, and a thief who can also cut us off must not keep it good for ever.
 */
public final class IdentityKeys implements VerificationKeyResolver {

  private static final int TIMEOUT_MILLIS = 1000;
  private static final int LONGEST_JWKS = 64 * 1024;

  /** After a failed fetch, who comes within this time is not made to wait for another one. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** While asking fails and we have keys to go on with, one request asks so often; none waits. */
  private static final long BETWEEN_TRIES_NANOS = TimeUnit.SECONDS.toNanos(5);

  /**
   * How old keys may be.
   *
   * @param pause between two fetches for the sake of a key that is not known
   * @param believed keys are used so long without asking
   * @param inOutage keys are used so long while asking fails; counted, too, from the last answer
   */
  record Ages(Duration pause, Duration believed, Duration inOutage) {
    static final Ages USUAL =
        new Ages(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5));
  }

  /** The keys of the last answer, and when it was asked for, by {@link System#nanoTime}. */
  private record Held(List<JsonWebKey> keys, long since) {
    boolean youngerThan(Duration age) {
      return System.nanoTime() - since < age.toNanos();
    }
  }

  private final String location;
  private final Ages ages;
  private final Get get = new Get();
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile long failedAt = System.nanoTime() - PATIENCE_NANOS;
  private volatile @Nullable Held held;

  /**
   * @param location URL of the JWKS; nothing is fetched yet
   * @param pause between two fetches for the sake of a key that is not known: less than the edge
   *     publishes a key before it signs with it
   */
  public IdentityKeys(String location, Duration pause) {
    this(location, new Ages(pause, Ages.USUAL.believed(), Ages.USUAL.inOutage()));
  }

  IdentityKeys(String location, Ages ages) {
    this.location = location;
    this.ages = ages;
    get.setConnectTimeout(TIMEOUT_MILLIS);
    get.setReadTimeout(TIMEOUT_MILLIS);
    get.setRetries(0);
    get.setResponseBodySizeLimit(LONGEST_JWKS);
  }

  @Override
  public Key resolveKey(JsonWebSignature signed, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    var current = current();
    var known = select(signed, current);
    if (known.isPresent()) {
      return known.get();
    }
    return select(signed, newerThan(current))
        .orElseThrow(() -> new UnresolvableKeyException("unknown key"));
  }

  private static Optional<Key> select(JsonWebSignature signed, Held held)
      throws UnresolvableKeyException {
    try {
      var key = new VerificationJwkSelector().select(signed, held.keys());
      return Optional.ofNullable(key).map(JsonWebKey::getKey);
    } catch (JoseException failure) {
      throw new UnresolvableKeyException("no key", failure);
    }
  }

  /** Keys that may be believed now. */
  private Held current() throws UnresolvableKeyException {
    var last = held;
    if (last != null && last.youngerThan(ages.believed())) {
      return last;
    }
    if (last == null || !last.youngerThan(ages.inOutage())) {
      return fetched(last);
    }
    if (failingSince(last) && !triesAgain()) {
      return last;
    }
    try {
      return fetched(last);
    } catch (UnresolvableKeyException away) {
      return last;
    }
  }

  /** For a key that is not among these: other ones, or the same when those are too new. */
  private Held newerThan(Held seen) throws UnresolvableKeyException {
    return seen.youngerThan(ages.pause()) ? seen : fetched(seen);
  }

  /**
   * Fetches, unless somebody else just did. One at a time; who would have to wait for long, or
   * comes after a failure, is told at once.
   */
  private Held fetched(@Nullable Held seen) throws UnresolvableKeyException {
    if (!mayFetch()) {
      throw away(null);
    }
    try {
      var last = held;
      if (last != null && last != seen) {
        return last;
      }
      if (!justFailed()) {
        var asked = System.nanoTime();
        var answer =
            new Held(new JsonWebKeySet(get.get(location).getBody()).getJsonWebKeys(), asked);
        held = answer;
        return answer;
      }
    } catch (IOException | JoseException failure) {
      failedAt = System.nanoTime();
      throw away(failure);
    } finally {
      fetching.unlock();
    }
    throw away(null);
  }

  private boolean failingSince(Held last) {
    return failedAt - last.since() > 0;
  }

  private boolean triesAgain() {
    return System.nanoTime() - failedAt > BETWEEN_TRIES_NANOS && !fetching.isLocked();
  }

  private boolean mayFetch() {
    try {
      return !justFailed() && fetching.tryLock(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean justFailed() {
    return System.nanoTime() - failedAt < PATIENCE_NANOS;
  }

  /** Marks the failure as an outage: the identity may be good, we just can't tell. */
  private static UnresolvableKeyException away(@Nullable Throwable why) {
    var cause = new ConnectException("the edge's keys cannot be had");
    if (why != null) {
      cause.initCause(why);
    }
    return new UnresolvableKeyException("no keys", cause);
  }
}
