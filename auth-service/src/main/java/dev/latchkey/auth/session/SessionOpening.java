package dev.latchkey.auth.session;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.contracts.event.AccountEvent.SignedIn;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;

/**
 * Opens a session for somebody whom the edge has just signed in.
 *
 * <p>The sign-in is noted in the account's row only while its epoch is still the one that the
 * password was checked under; a sign-in that was overtaken by a cut opens nothing. The session
 * carries that epoch, so one that slips in after this look is dead all the same.
 *
 * <p>The fact comes before the session: with Redis away at that moment, log and mail tell of a
 * sign-in whose session never was. The other way round a session could be that nobody is told of.
 */
@ApplicationScoped
public class SessionOpening {

  private final Noting noting;
  private final Sessions sessions;
  private final SecureRandom random;

  SessionOpening(Noting noting, Sessions sessions, SecureRandom random) {
    this.noting = noting;
    this.sessions = sessions;
    this.random = random;
  }

  /** Opens the session, or refuses because the epoch rose meanwhile. */
  public Uni<SessionOpeningOutcome> open(Session session, boolean newDevice) {
    var token = OpaqueToken.mint(TokenKind.SESSION, random);
    return noting
        .note(session, newDevice)
        .chain(noted ->
            noted
                ? sessions.add(session, token).replaceWith(opened(session, token))
                : Uni.createFrom().item(new SessionOpeningOutcome.Overtaken()));
  }

  private static SessionOpeningOutcome opened(Session session, OpaqueToken token) {
    return new SessionOpeningOutcome.Opened(session, token);
  }

  /** The transaction of {@link SessionOpening}: Redis comes after its commit. */
  @ApplicationScoped
  static class Noting {

    private final Accounts accounts;
    private final Outbox outbox;
    private final OriginSeal seal;

    Noting(Accounts accounts, Outbox outbox, OriginSeal seal) {
      this.accounts = accounts;
      this.outbox = outbox;
      this.seal = seal;
    }

    @WithTransaction
    Uni<Boolean> note(Session session, boolean newDevice) {
      AccountId account = session.account();
      return accounts
          .signedIn(account, session.epoch(), session.createdAt())
          .call(noted ->
              noted
                  ? outbox.append(fact(session, newDevice)).replaceWithVoid()
                  : Uni.createFrom().voidItem());
    }

    private SignedIn fact(Session session, boolean newDevice) {
      return new SignedIn(
          session.account(),
          session.createdAt(),
          session.id(),
          new ArrayList<>(session.proofs()),
          newDevice,
          seal.seal(session.account(), session.origin()));
    }
  }
}
