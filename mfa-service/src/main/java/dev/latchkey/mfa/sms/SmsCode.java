package dev.latchkey.mfa.sms;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A code of eight digits, as a text message carries it. An app's code has six, a recovery code at
 * least twelve symbols: the form tells which was meant. Silent in logs.
 *
 * @param digits with leading zeros
 */
public record SmsCode(String digits) {

  private static final Pattern SHAPE = Pattern.compile("[0-9]{8}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]");
  private static final int CODES = 100_000_000;
  private static final int LONGEST_TYPED = 64;

  public SmsCode {
    if (!SHAPE.matcher(digits).matches()) {
      throw new IllegalArgumentException("an SMS code has eight digits");
    }
  }

  /** A new code, each as likely as any other; the generator must be a cryptographic one. */
  static SmsCode random(RandomGenerator generator) {
    return new SmsCode("%08d".formatted(generator.nextInt(CODES)));
  }

  /** True when somebody who typed this meant a code of a text message, right or not. */
  public static boolean meant(String typed) {
    return typed(typed).isPresent();
  }

  /** The code that was typed, with or without blanks and hyphens; nothing when it can't be one. */
  public static Optional<SmsCode> typed(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    var plain = BETWEEN.matcher(typed).replaceAll("");
    return SHAPE.matcher(plain).matches() ? Optional.of(new SmsCode(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "SmsCode[redacted]";
  }
}
