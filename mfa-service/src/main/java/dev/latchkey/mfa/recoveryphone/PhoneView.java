package dev.latchkey.mfa.recoveryphone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.latchkey.mfa.sms.SmsDelivery;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The recovery phone as its owner is shown it.
 *
 * @param smsNumber the number, masked, that codes for a sign-in go to, now or when its time comes;
 *     the heroku CLI's name for it
 * @param number the number, masked, that was set last: the same one, or one that is to take its
 *     place
 * @param state of that number
 * @param usableFrom when it counts for signing in; null before it is validated
 * @param warning in plain words, when it is not the best of numbers
 * @param delivery what is known of the last code that is still good
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
    name = "RecoveryPhone",
    examples =
        """
        {"sms_number":"+49 •••••••• 12","number":"+49 •••••••• 34","state":"code_sent",\
        "usable_from":null,"warning":null,"delivery":{"state":"on_its_way","reason":null}}\
        """)
record PhoneView(
    @JsonProperty("sms_number") @Nullable String smsNumber,
    @JsonProperty("number") @Nullable String number,
    @JsonProperty("state") State state,
    @JsonProperty("usable_from") @Nullable Instant usableFrom,
    @JsonProperty("warning") @Nullable String warning,
    @JsonProperty("delivery") @Nullable SmsDelivery delivery) {

  static PhoneView none() {
    return new PhoneView(null, null, State.NONE, null, null, null);
  }

  /** How far a number has come. */
  @Schema(
      name = "RecoveryPhoneState",
      type = SchemaType.STRING,
      enumeration = {"none", "code_sent", "waiting", "usable"})
  enum State {
    NONE,
    /** It waits for the code that was sent to it. */
    CODE_SENT,
    /** It is validated and counts later. */
    WAITING,
    USABLE;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
