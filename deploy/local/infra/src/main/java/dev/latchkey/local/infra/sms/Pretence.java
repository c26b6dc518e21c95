package dev.latchkey.local.infra.sms;

import java.util.stream.Stream;

/**
 * What is pretended of a number, by its last four digits; every other number is a mobile phone that
 * gets its texts. The README has the table for people.
 */
enum Pretence {
  MOBILE("", "mobile"),
  LANDLINE("9901", "landline"),
  FIXED_VOIP("9902", "fixedVoip"),
  NON_FIXED_VOIP("9903", "nonFixedVoip"),
  PREMIUM("9904", "premium"),
  TOLL_FREE("9905", "tollFree"),
  PAGER("9906", "pager"),
  UNKNOWN_LINE("9907", "unknown"),
  /** Nobody can tell what line it is: Lookup answers 503. */
  LOOKUP_DOWN("9908", "mobile"),
  /** Taken, and then no phone has it. */
  UNDELIVERED("9910", "mobile"),
  /** Taken, and nothing more is ever heard of it. */
  UNREPORTED("9911", "mobile"),
  /** Refused at once as no number at all. */
  INVALID("9912", "mobile"),
  /** The first try is answered 429. */
  BUSY("9913", "mobile"),
  /** The first try is answered 500. */
  BROKEN_ONCE("9914", "mobile"),
  /** Every try is answered 503. */
  DOWN("9915", "mobile"),
  /** Taken, but the answer comes too late to be heard. */
  SILENT("9916", "mobile"),
  /** Delivered after a few seconds. */
  SLOW("9917", "mobile");

  private final String ending;
  private final String line;

  Pretence(String ending, String line) {
    this.ending = ending;
    this.line = line;
  }

  static Pretence of(String number) {
    return Stream.of(values())
        .filter(pretence -> pretence != MOBILE && number.endsWith(pretence.ending))
        .findFirst()
        .orElse(MOBILE);
  }

  /** The line's type, in Twilio's spelling. */
  String line() {
    return line;
  }
}
