package dev.latchkey.token.client;

import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which client a request comes from, within the caller's session: by its secret, or by
 * its id where it has none. A secret that comes with an id must be that client's.
 */
@ApplicationScoped
public class ClientAuthentication {

  private final Clients clients;
  private final ClientSecretHash hash;

  ClientAuthentication(Clients clients, ClientSecretHash hash) {
    this.clients = clients;
    this.hash = hash;
  }

  /** The client; nothing when it is not who it says. */
  public Uni<Optional<Client>> authenticate(ClientCredentials shown) {
    var id = shown.id();
    if (shown.secret() == null) {
      return id == null
          ? Uni.createFrom().item(Optional.empty())
          : clients.live(id).map(found -> found.filter(Client::isPublic));
    }
    return bySecret(shown.secret())
        .map(found -> found.filter(client -> id == null || client.id().equals(id)));
  }

  private Uni<Optional<Client>> bySecret(String text) {
    return OpaqueToken.parse(text)
        .filter(secret -> secret.kind() == TokenKind.CLIENT_SECRET)
        .map(secret -> clients.withSecret(hash.all(secret)))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  /**
   * What a client shows of itself.
   *
   * @param id may be missing beside a secret, which names its client, too
   * @param secret null for a public client
   */
  public record ClientCredentials(@Nullable ClientId id, @Nullable String secret) {

    /** Nothing when the id is none, or there is neither. */
    public static Optional<ClientCredentials> of(@Nullable String id, @Nullable String secret) {
      if (id == null) {
        return Optional.ofNullable(secret).map(shown -> new ClientCredentials(null, shown));
      }
      try {
        return Optional.of(new ClientCredentials(ClientId.of(id), secret));
      } catch (IllegalArgumentException notAnId) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return "ClientCredentials[" + id + "]";
    }
  }
}
