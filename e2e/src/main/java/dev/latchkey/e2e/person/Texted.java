package dev.latchkey.e2e.person;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Somebody with two-factor on whose phone is theirs: it has had one text, with the code for that.
 *
 * @param at when it came
 */
public record Texted(PhoneOwner owner, Phone phone, Instant at) {

  /** Nobody gets two texts within a minute. */
  private static final Duration BETWEEN_TEXTS = Duration.ofSeconds(61);

  /** Confirms a phone. */
  public static Texted confirming(PhoneOwner owner, Phone phone) {
    owner.owns(phone);
    return new Texted(owner, phone, Instant.now());
  }

  public Person person() {
    return owner.person();
  }

  /** Waits until another text may be sent. */
  public void awaitNextText() {
    var wait = Duration.between(Instant.now(), at.plus(BETWEEN_TEXTS));
    try {
      TimeUnit.MILLISECONDS.sleep(Math.max(0, wait.toMillis()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
