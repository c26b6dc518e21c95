package dev.latchkey.notification.phoneline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kinds of lines, as far as it matters for codes. */
public enum LineType {
  MOBILE,
  LANDLINE,
  /** Voice over the network, at an address. */
  FIXED_VOIP,
  /** Voice over the network, had by anybody anywhere in a minute: a favourite of thieves. */
  NON_FIXED_VOIP,
  /** Calls and texts cost extra, and somebody earns by them. */
  PREMIUM,
  TOLL_FREE,
  PERSONAL,
  PAGER,
  UNKNOWN;

  /** Twilio's word for it. */
  static LineType ofTwilio(@Nullable String word) {
    return switch (word) {
      case "mobile" -> MOBILE;
      case "landline", "voicemail", "uan" -> LANDLINE;
      case "fixedVoip" -> FIXED_VOIP;
      case "nonFixedVoip" -> NON_FIXED_VOIP;
      case "premium", "sharedCost" -> PREMIUM;
      case "tollFree" -> TOLL_FREE;
      case "personal" -> PERSONAL;
      case "pager" -> PAGER;
      case null, default -> UNKNOWN;
    };
  }

  /** The word in answers. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
