package dev.latchkey.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try to send something. */
public sealed interface Sending {

  /**
   * The next mail server, or the SMS provider, has it.
   *
   * @param providerId what an SMS provider calls it; null for a mail
   */
  record Taken(@Nullable String providerId) implements Sending {}

  /**
   * It did not work now and may later.
   *
   * @param atLeast no try before that; the usual wait may be longer
   * @param inDoubt true when it may have been taken all the same
   */
  record Deferred(Duration atLeast, boolean inDoubt) implements Sending {

    /** It was not taken, and may be tried again as soon as usual. */
    public static final Deferred USUALLY = new Deferred(Duration.ZERO, false);
  }

  /**
   * It will never work.
   *
   * @param reason a word, never text of who refused: that quotes addresses and numbers
   */
  record Refused(String reason) implements Sending {}
}
