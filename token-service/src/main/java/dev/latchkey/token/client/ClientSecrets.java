package dev.latchkey.token.client;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Draws secrets of clients. */
@ApplicationScoped
class ClientSecrets {

  private final ClientSecretHash hash;
  private final SecureRandom random;

  ClientSecrets(ClientSecretHash hash, SecureRandom random) {
    this.hash = hash;
    this.random = random;
  }

  /** Gives the client a new secret, which is nowhere but in what is answered. */
  OpaqueToken give(Client client) {
    var secret = OpaqueToken.mint(TokenKind.CLIENT_SECRET, random);
    client.secretHash = hash.of(secret);
    return secret;
  }
}
