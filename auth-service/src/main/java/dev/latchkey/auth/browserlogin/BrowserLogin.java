package dev.latchkey.auth.browserlogin;

import dev.latchkey.contracts.event.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A command line's wish to be signed in.
 *
 * @param description what it calls itself: written by whoever opened it, so believe nothing of it
 * @param origin of the command line
 * @param approval there from the approval on
 */
record BrowserLogin(
    LoginId id,
    String description,
    Origin origin,
    Instant createdAt,
    State state,
    @Nullable Approval approval) {

  /** How far it is. */
  enum State {
    /** Nobody has decided. */
    WAITING,
    /** Somebody has let it in; the command line has not been told yet. */
    APPROVED,
    /** The command line is being told: it can't be refused any more, only ended. */
    FINISHING,
    /** Somebody has refused it. */
    DENIED,
    /** The command line has its token. */
    FINISHED;

    /** The word in Redis and in the API. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** How long it can still be approved and used; nothing or less when it is over. */
  Duration left(Duration life, Instant now) {
    return Duration.between(now, createdAt.plus(life));
  }
}
