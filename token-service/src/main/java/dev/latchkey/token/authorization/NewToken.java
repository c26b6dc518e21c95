package dev.latchkey.token.authorization;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/** A token that was just drawn: its text is here and, once it was answered, with its owner. */
public final class NewToken {

  private final UUID id;
  private final OpaqueToken token;
  private final byte[] hash;

  private NewToken(UUID id, OpaqueToken token, byte[] hash) {
    this.id = id;
    this.token = token;
    this.hash = hash;
  }

  public UUID id() {
    return id;
  }

  /** The secret itself: to be answered, and never kept. */
  public String text() {
    return token.text();
  }

  /** What is kept: the key under which it is found. */
  public byte[] hash() {
    return hash.clone();
  }

  /** What may be shown again. */
  public String hint() {
    return token.redacted();
  }

  @Override
  public String toString() {
    return "NewToken[" + id + "]";
  }

  /** Draws tokens. */
  @ApplicationScoped
  public static class Draw {

    private final TokenHash hash;
    private final RandomIds ids;
    private final SecureRandom random;

    Draw(TokenHash hash, RandomIds ids, SecureRandom random) {
      this.hash = hash;
      this.ids = ids;
      this.random = random;
    }

    public NewToken next() {
      var token = OpaqueToken.mint(TokenKind.AUTHORIZATION, random);
      return new NewToken(ids.next(), token, hash.of(token));
    }
  }
}
