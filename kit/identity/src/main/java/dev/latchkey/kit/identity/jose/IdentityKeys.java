package dev.latchkey.kit.identity.jose;

import java.io.IOException;
import java.net.ConnectException;
import java.security.Key;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKey;
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
 */
public final class IdentityKeys implements VerificationKeyResolver {

  private static final int TIMEOUT_MILLIS = 1000;
  private static final long NEW_KEYS_AT_MOST_EVERY = TimeUnit.SECONDS.toMillis(60);

  /** How long keys are believed without asking; so long at most does a retired key live on. */
  private static final long BELIEVED_SECONDS = 300;

  /** With the edge away the keys we have stay good: nobody but the edge could sign with them. */
  private static final long BELIEVED_IN_OUTAGE_SECONDS = 30;

  /** After a failed fetch, who comes within this time is not made to wait for another one. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final HttpsJwks jwks;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile long failedAt = System.nanoTime() - PATIENCE_NANOS;
  private volatile boolean fetched;

  /**
   * @param location URL of the JWKS; nothing is fetched yet
   */
  public IdentityKeys(String location) {
    this(location, NEW_KEYS_AT_MOST_EVERY);
  }

  /**
   * @param pause milliseconds between two fetches for the sake of a key that is not known
   */
  IdentityKeys(String location, long pause) {
    var get = new Get();
    get.setConnectTimeout(TIMEOUT_MILLIS);
    get.setReadTimeout(TIMEOUT_MILLIS);
    get.setRetries(0);
    get.setResponseBodySizeLimit(64 * 1024);
    jwks = new HttpsJwks(location);
    jwks.setSimpleHttpGet(get);
    jwks.setDefaultCacheDuration(BELIEVED_SECONDS);
    jwks.setRetainCacheOnErrorDuration(BELIEVED_IN_OUTAGE_SECONDS);
    jwks.setRefreshReprieveThreshold(pause);
  }

  @Override
  public Key resolveKey(JsonWebSignature signed, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    if (!fetched) {
      fetch(jwks::getJsonWebKeys);
      fetched = true;
    }
    var known = select(signed);
    if (known.isPresent()) {
      return known.get();
    }
    fetch(() -> {
      jwks.refresh();
      return List.of();
    });
    return select(signed).orElseThrow(() -> new UnresolvableKeyException("unknown key"));
  }

  private Optional<Key> select(JsonWebSignature signed) throws UnresolvableKeyException {
    try {
      var key = new VerificationJwkSelector().select(signed, jwks.getJsonWebKeys());
      return Optional.ofNullable(key).map(JsonWebKey::getKey);
    } catch (IOException failure) {
      throw away(failure);
    } catch (JoseException failure) {
      throw new UnresolvableKeyException("no key", failure);
    }
  }

  private interface Fetch {
    List<JsonWebKey> run() throws IOException, JoseException;
  }

  /** One at a time; who would have to wait for long, or comes after a failure, is told at once. */
  private void fetch(Fetch fetch) throws UnresolvableKeyException {
    if (!mayFetch()) {
      throw away(null);
    }
    try {
      if (!justFailed()) {
        fetch.run();
        return;
      }
    } catch (IOException | JoseException failure) {
      failedAt = System.nanoTime();
      throw away(failure);
    } finally {
      fetching.unlock();
    }
    throw away(null);
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
