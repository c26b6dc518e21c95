package dev.latchkey.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in browser or command line, as Redis keeps it.
 *
 * @param epoch the account's epoch at sign-in, or since the change that kept the session
 * @param proofs what was shown at sign-in
 * @param factorAt when a second factor was last shown here, SMS not counted; for step-up
 * @param anyFactorAt when any second factor was last shown here; for switching two-factor off
 * @param seenAt last use, to the minute
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Session(
    SessionId id,
    AccountId account,
    int epoch,
    String description,
    Origin origin,
    List<Proof> proofs,
    @Nullable Instant factorAt,
    @Nullable Instant anyFactorAt,
    Instant createdAt,
    Instant seenAt) {

  public Session {
    proofs = List.copyOf(proofs);
  }

  /** Whether the account's current epoch, or its kept session, lets this session live. */
  public boolean livesIn(int currentEpoch, @Nullable SessionId kept) {
    return epoch == currentEpoch || id.equals(kept);
  }

  Session seen(Instant now) {
    return new Session(
        id, account, epoch, description, origin, proofs, factorAt, anyFactorAt, createdAt, now);
  }

  /** The same session after a change that it made itself and survived. */
  Session kept(int newEpoch, @Nullable Instant shownAt) {
    return new Session(
        id,
        account,
        newEpoch,
        description,
        origin,
        proofs,
        shownAt == null ? factorAt : shownAt,
        shownAt == null ? anyFactorAt : shownAt,
        createdAt,
        seenAt);
  }

  /** The same session after its owner showed a second factor for step-up. */
  Session steppedUp(Instant shownAt) {
    return kept(epoch, shownAt);
  }
}
