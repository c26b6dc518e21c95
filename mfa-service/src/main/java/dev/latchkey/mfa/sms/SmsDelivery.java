package dev.latchkey.mfa.sms;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a text message.
 *
 * @param state {@code on_its_way}, {@code delivered} or {@code not_delivered}
 * @param reason why it did not arrive, in a word
 */
@Schema(name = "SmsDelivery")
public record SmsDelivery(
    @JsonProperty("state") String state, @JsonProperty("reason") @Nullable String reason) {

  static final String DELIVERED = "delivered";
  static final String NOT_DELIVERED = "not_delivered";
}
