package dev.latchkey.mfa.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number that exists in its country's numbering plan. Silent in logs.
 *
 * @param e164 with leading plus, digits only
 */
public record PhoneNumber(String e164) {

  /** What people put between digits: blanks, hyphens of any kind, dots and brackets. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}.()]");

  /** Nothing else is given to the library, which reads letters and extensions, too. */
  private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{5,15}");

  private static final int LONGEST_TYPED = 40;

  /** Ten thousand numbers in a row: what who pumps messages usually has to himself. */
  private static final int RANGE_DIGITS = 4;

  private static final int SHOWN_DIGITS = 2;
  private static final String HIDDEN = "••••••••";

  /** The number that was typed, with its country's code; nothing when there is no such number. */
  public static Optional<PhoneNumber> typed(String text) {
    if (text.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    var plain = BETWEEN.matcher(text).replaceAll("");
    return SHAPE.matcher(plain).matches() ? valid(plain) : Optional.empty();
  }

  /** As its owner is shown it: country code and last two digits. */
  public String masked() {
    var last = e164.substring(e164.length() - SHOWN_DIGITS);
    return "+" + parsed().getCountryCode() + " " + HIDDEN + " " + last;
  }

  /** The range of numbers that it is in. */
  String range() {
    return e164.substring(0, e164.length() - RANGE_DIGITS);
  }

  /** Country in two letters; the country code where a code has no country, satellites say. */
  String country() {
    var region = library().getRegionCodeForNumber(parsed());
    return region == null || region.length() != 2 ? "+" + parsed().getCountryCode() : region;
  }

  /** What numbering plans say of it; not who has it today. */
  public PhoneNumberType planned() {
    return library().getNumberType(parsed());
  }

  private static Optional<PhoneNumber> valid(String plain) {
    try {
      var number = library().parse(plain, null);
      return library().isValidNumber(number)
          ? Optional.of(new PhoneNumber(library().format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  private Phonenumber.PhoneNumber parsed() {
    try {
      return library().parse(e164, null);
    } catch (NumberParseException e) {
      throw new IllegalStateException("this was a number before", e);
    }
  }

  private static PhoneNumberUtil library() {
    return PhoneNumberUtil.getInstance();
  }

  @Override
  public String toString() {
    return "PhoneNumber[redacted]";
  }
}
