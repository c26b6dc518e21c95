package dev.latchkey.mfa.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a cascade did: what ended, what remains. */
public record CascadeReceipt(
    List<EndedSession> sessionsEnded,
    List<Listed> authorizationsEnded,
    List<Listed> authorizationsRemaining,
    int sshKeysRemaining,
    boolean apiKeyChanged,
    int epoch) {

  public CascadeReceipt {
    sessionsEnded = List.copyOf(sessionsEnded);
    authorizationsEnded = List.copyOf(authorizationsEnded);
    authorizationsRemaining = List.copyOf(authorizationsRemaining);
  }

  /** A session that was signed out. */
  public record EndedSession(
      UUID id,
      @Nullable String description,
      @Nullable String client,
      @Nullable String ip,
      @JsonProperty("createdAt") @Nullable Instant createdAt) {}

  /** An authorization. */
  public record Listed(UUID id, @Nullable String description) {}
}
