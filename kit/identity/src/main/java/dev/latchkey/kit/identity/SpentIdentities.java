package dev.latchkey.kit.identity;

import dev.latchkey.kit.identity.Identity.OneRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwt.NumericDate;

/**
 * Ids of identities that were for one request and had it. An id is kept until its identity expires;
 * when there is no room for another one, the request is refused rather than an id forgotten.
 */
@Singleton
class SpentIdentities {

  /** An identity lives 5 seconds: enough for 10,000 of them a second. */
  private static final int MOST = 50_000;

  private final ConcurrentHashMap<String, NumericDate> spent = new ConcurrentHashMap<>();

  /** True for the first who asks. */
  boolean spend(OneRequest request, NumericDate expires) {
    if (spent.size() >= MOST) {
      var now = NumericDate.now();
      spent.values().removeIf(over -> over.isBefore(now));
    }
    return spent.size() < MOST && spent.putIfAbsent(request.id(), expires) == null;
  }
}
