package dev.latchkey.token.authorization;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.token.lastuse.LastUses;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Shows authorizations to their owner, all but one redacted: to show in full the one whose token
 * the caller has just presented says nothing new, and older command lines find what to end at
 * logout by it.
 */
@ApplicationScoped
public class Showing {

  private final TokenHash hash;
  private final LastUses uses;
  private final Clock clock;

  Showing(TokenHash hash, LastUses uses, Clock clock) {
    this.hash = hash;
    this.uses = uses;
    this.clock = clock;
  }

  /** Redacted. */
  public AuthorizationView redacted(Authorization one, String email) {
    return used(one, AuthorizationView.redacted(one, email, clock.instant()));
  }

  /** With the token that it was just given. */
  public AuthorizationView inFull(Authorization one, NewToken token, String email) {
    return used(one, AuthorizationView.inFull(one, token.text(), email, clock.instant()));
  }

  /**
   * Redacted, or in full if it is the one that the caller came with.
   *
   * @param presented the token that this request came with, as the edge says; null for none
   */
  AuthorizationView toBearer(Authorization one, String email, @Nullable String presented) {
    return OpaqueToken.parse(presented)
        .filter(token ->
            hash.all(token).stream().anyMatch(its -> MessageDigest.isEqual(its, one.tokenHash)))
        .map(token -> AuthorizationView.inFull(one, token.text(), email, clock.instant()))
        .map(view -> used(one, view))
        .orElseGet(() -> redacted(one, email));
  }

  private AuthorizationView used(Authorization one, AuthorizationView view) {
    return uses.of(one).map(view::lastUsed).orElse(view);
  }
}
