package dev.latchkey.notification.sms;

import dev.latchkey.contracts.id.MessageId;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where Twilio tells what became of a text. Built from the configured address of the product and
 * never from a request's Host, because Twilio's signature is over the address.
 */
@Singleton
final class Callbacks {

  /** The door of {@link TwilioStatusResource}. */
  static final String PATH = "/twilio/status";

  /** Names the delivery: so news can come before Twilio's answer does, or in its place. */
  static final String MESSAGE = "message";

  private final String publicUrl;

  Callbacks(@ConfigProperty(name = "latchkey.public-url") String publicUrl) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  URI of(MessageId message) {
    return URI.create("%s%s?%s=%s".formatted(publicUrl, PATH, MESSAGE, message));
  }
}
