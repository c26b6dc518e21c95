package dev.latchkey.auth.browserlogin;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names a login in the address that the command line opens. It ends with the matching code, because
 * a command line that is not ours shows its person this address and nothing else to compare.
 */
record LoginId(String text) {

  /** Crockford's 32 digits: none is taken for another when somebody reads them out. */
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 20;
  private static final int CODE = 6;
  private static final Pattern FORM =
      Pattern.compile("[%1$s]{%2$d}-[%1$s]{%3$d}".formatted(DIGITS, LENGTH, CODE));

  /** A new one: 130 bits. */
  static LoginId draw(RandomGenerator random) {
    return new LoginId(digits(random, LENGTH) + "-" + digits(random, CODE));
  }

  /** The id in a part of a path, if it can be one. */
  static Optional<LoginId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new LoginId(text)) : Optional.empty();
  }

  /** What the person compares: the end of the address in the terminal, and on the page. */
  String code() {
    return text.substring(text.length() - CODE);
  }

  private static String digits(RandomGenerator random, int count) {
    return random
        .ints(count, 0, DIGITS.length())
        .mapToObj(digit -> String.valueOf(DIGITS.charAt(digit)))
        .collect(Collectors.joining());
  }
}
