package dev.latchkey.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An OAuth client (in the API {@code /oauth/clients/{id}}, in RFC 6749 {@code client_id}). */
public record ClientId(@JsonValue UUID value) {

  /**
   * Reads the canonical text form of a UUID.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  @JsonCreator
  public static ClientId of(String text) {
    return new ClientId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
