package dev.latchkey.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A long-lived authorization (in the API {@code /oauth/authorizations/{id}}). */
public record AuthorizationId(@JsonValue UUID value) {

  /**
   * Reads the canonical text form of a UUID.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  @JsonCreator
  public static AuthorizationId of(String text) {
    return new AuthorizationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
