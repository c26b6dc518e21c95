package dev.latchkey.notification.twilio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whose Twilio accounts send SMS and look numbers up. */
@ConfigMapping(prefix = "latchkey.sms")
public interface TwilioConfig {

  /** The account that is asked first. */
  Account twilio();

  /** The account that stands in for it: another one, or the same with another sender or region. */
  Account second();

  /** Twilio is given up for now when it says nothing for so long after an SMS was handed to it. */
  @WithDefault("PT8S")
  Duration timeout();

  /** One account; without an {@code account-sid} there is none. */
  interface Account {

    /** {@code AC...}. */
    Optional<String> accountSid();

    /** Signs callbacks, and requests too where there is no API key. */
    Optional<String> authToken();

    /** {@code SK...}: signs requests in the auth token's place and can be withdrawn alone. */
    Optional<String> apiKeySid();

    Optional<String> apiKeySecret();

    /** The number or name that texts come from; not together with a messaging service. */
    Optional<String> from();

    /** {@code MG...}: the messaging service that chooses the number. */
    Optional<String> messagingServiceSid();

    /** {@code ie1}: where Twilio processes it; Twilio's default if empty. */
    Optional<String> region();

    /** {@code dublin}: where Twilio is entered. */
    Optional<String> edge();

    /** Another server in Twilio's place, for tests and for development. */
    Optional<URI> url();
  }
}
