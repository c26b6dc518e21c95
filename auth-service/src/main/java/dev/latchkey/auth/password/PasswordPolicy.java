package dev.latchkey.auth.password;

import static dev.latchkey.auth.password.PasswordVerdict.Reason.COMMON;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.EMAIL;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.REPETITION;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.SEQUENCE;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.SERVICE_NAME;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.TOKEN;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.TOO_SHORT;

import dev.latchkey.auth.password.PasswordVerdict.Accepted;
import dev.latchkey.auth.password.PasswordVerdict.Reason;
import dev.latchkey.auth.password.PasswordVerdict.Refused;
import dev.latchkey.kit.identity.OpaqueToken;
import java.util.Locale;

/**
 * Which passwords may be chosen: NIST SP 800-63B-4, 3.1.1.2. Length counts, composition does not;
 * the whole password is compared with what attackers try first.
 */
public final class PasswordPolicy {

  /** Fewest code points while the password is the only factor. */
  public static final int ALONE = 15;

  /** Fewest code points once a second factor is asked as well. */
  public static final int BESIDE_A_FACTOR = 8;

  private static final String SERVICE = "latchkey";
  private static final String ADVICE = " A few unrelated words make a good one.";

  private PasswordPolicy() {}

  /**
   * Judges a new password.
   *
   * @param email the account's address
   * @param secondFactor true when the account has a second factor
   */
  public static PasswordVerdict judge(Password password, String email, boolean secondFactor) {
    int shortest = secondFactor ? BESIDE_A_FACTOR : ALONE;
    var text = password.text();
    if (OpaqueToken.parse(text).isPresent()) {
      // The edge takes it for a token, never for a password, so it could never sign in.
      return refused(TOKEN, "Password is an access token; choose another.");
    }
    if (password.length() < shortest) {
      return refused(TOO_SHORT, "Password must have at least " + shortest + " characters.");
    }
    return judgeWords(text.toLowerCase(Locale.ROOT), email.toLowerCase(Locale.ROOT), shortest);
  }

  private static PasswordVerdict judgeWords(String text, String email, int shortest) {
    if (CommonPasswords.contains(text)) {
      return refused(COMMON, "Password is on a list of common passwords.");
    }
    if (Patterns.isSequence(text)) {
      return refused(SEQUENCE, "Password is a straight sequence of characters.");
    }
    if (Patterns.chunk(text) < shortest) {
      return refused(REPETITION, "Password repeats one short piece.");
    }
    var core = Patterns.core(text);
    if (core.equals(SERVICE)) {
      return refused(SERVICE_NAME, "Password is the name of this service.");
    }
    if (isOf(text, email) || isOf(core, email)) {
      return refused(EMAIL, "Password is your e-mail address.");
    }
    return new Accepted();
  }

  private static boolean isOf(String text, String email) {
    int at = email.lastIndexOf('@');
    return text.equals(email) || (at > 0 && text.equals(email.substring(0, at)));
  }

  private static Refused refused(Reason reason, String message) {
    return new Refused(reason, message + ADVICE);
  }
}
