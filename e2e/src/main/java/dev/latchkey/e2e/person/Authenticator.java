package dev.latchkey.e2e.person;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: the independent library java-otp, and a memory of what was used. */
public final class Authenticator {

  private static final int PERIOD = 30;

  /** Later than this in a step, the step before may be over when the request arrives. */
  private static final int LATE = 24;

  private static final TimeBasedOneTimePasswordGenerator TOTP =
      new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(PERIOD));

  private final SecretKeySpec key;
  private final List<String> handedOut = new CopyOnWriteArrayList<>();
  private long lastStep = Long.MIN_VALUE;

  public Authenticator(String base32) {
    key = new SecretKeySpec(Base32.decode(base32), "RAW");
  }

  /**
   * A code that was never handed out and is accepted now. Steps of one drift are accepted, so three
   * come at once; the next one waits for time to pass.
   */
  public synchronized String freshCode() {
    var step = Math.max(lastStep + 1, earliest());
    while (step > now() + 1) {
      pause();
      step = Math.max(lastStep + 1, earliest());
    }
    lastStep = step;
    var code = at(step);
    handedOut.add(code);
    return code;
  }

  /** The code of a step so many steps from now, used or not. */
  public String codeAt(int stepsFromNow) {
    return at(now() + stepsFromNow);
  }

  /** A code that is none of the steps around now. */
  public String wrongCode() {
    Set<String> near = new HashSet<>();
    for (int i = -4; i <= 4; i++) {
      near.add(codeAt(i));
    }
    return new Random()
        .ints(0, 1_000_000)
        .mapToObj("%06d"::formatted)
        .filter(code -> !near.contains(code))
        .findFirst()
        .orElseThrow();
  }

  /** Every code that {@link #freshCode} gave. */
  public List<String> handedOut() {
    return List.copyOf(handedOut);
  }

  private static long earliest() {
    var seconds = Instant.now().getEpochSecond();
    return seconds % PERIOD < LATE ? seconds / PERIOD - 1 : seconds / PERIOD;
  }

  private static long now() {
    return Instant.now().getEpochSecond() / PERIOD;
  }

  private String at(long step) {
    try {
      return TOTP.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * PERIOD));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
