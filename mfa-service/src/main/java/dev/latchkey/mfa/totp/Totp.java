package dev.latchkey.mfa.totp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of RFC 4226 (HOTP) and RFC 6238 (TOTP). No clock, no store.
 *
 * @param algorithm name of the JDK's MAC
 * @param digits length of a code
 */
public record Totp(String algorithm, int digits) {

  /** What every authenticator app can do; several silently ignore any other wish. */
  public static final Totp STANDARD = new Totp("HmacSHA1", 6);

  /**
   * Steps accepted on either side of the current one (RFC 6238 section 5.2 allows one for the delay
   * of people and networks): a code is good from 30 s before its step to 30 s after it, once.
   */
  static final int DRIFT = 1;

  /** The code of a step, with its leading zeros (RFC 4226 section 5.3). */
  public TotpCode codeAt(TotpSecret secret, TimeStep step) {
    var counter = ByteBuffer.allocate(Long.BYTES).putLong(step.number()).array();
    var mac = secret.mac(algorithm, counter);
    int offset = mac[mac.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & 0x7fffffff;
    var number = Long.toString(truncated % (long) Math.pow(10, digits));
    return new TotpCode("0".repeat(digits - number.length()) + number);
  }

  /**
   * The step that a code is for.
   *
   * @param spent the last step that was accepted: it and all before it are used up
   * @return nothing when the code is wrong, too old, too new or used: the caller can't tell which
   */
  public @Nullable TimeStep match(TotpSecret secret, TotpCode code, TimeStep now, TimeStep spent) {
    TimeStep match = null;
    // No early exit: hit and miss must cost the same, else timing tells which step matched.
    for (int drift = -DRIFT; drift <= DRIFT; drift++) {
      var step = now.plus(drift);
      boolean right = codeAt(secret, step).matches(code) & step.compareTo(spent) > 0;
      match = right ? step : match;
    }
    return match;
  }
}
