package dev.latchkey.mfa.phoneline;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Locale;
import java.util.stream.Stream;

/** What a number leads to; the words are notification-service's. */
public enum LineType {
  MOBILE,
  LANDLINE,
  FIXED_VOIP,
  NON_FIXED_VOIP,
  PREMIUM,
  TOLL_FREE,
  PERSONAL,
  PAGER,
  UNKNOWN;

  /** The type with that word; one that is not known here is unknown. */
  public static LineType of(String word) {
    return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst().orElse(UNKNOWN);
  }

  /**
   * What the numbering plan alone tells. That a number is a mobile's it can't tell: numbers are
   * moved, and internet phones have mobile numbers, too.
   */
  static LineType planned(PhoneNumberType type) {
    return switch (type) {
      case PREMIUM_RATE, SHARED_COST -> PREMIUM;
      case TOLL_FREE -> TOLL_FREE;
      case VOIP -> NON_FIXED_VOIP;
      case PERSONAL_NUMBER -> PERSONAL;
      case PAGER -> PAGER;
      case FIXED_LINE, UAN, VOICEMAIL -> LANDLINE;
      case MOBILE, FIXED_LINE_OR_MOBILE, UNKNOWN -> UNKNOWN;
    };
  }

  /** The dearer reading: who sells the line can't talk a premium number cheap. */
  LineType orPlanned(LineType planned) {
    return this == UNKNOWN || planned == PREMIUM ? planned : this;
  }

  /** As it is kept, and said between services. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
