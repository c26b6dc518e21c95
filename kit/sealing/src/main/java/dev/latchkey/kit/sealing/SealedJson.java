package dev.latchkey.kit.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** Values as JSON under a seal; see {@link Sealing} for purpose and context. */
public record SealedJson(Sealing sealing) {

  // Not the service's own mapper: one service seals and another opens, and each may have set up its
  // mapper for its API.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The value, sealed. */
  public String seal(String purpose, String context, Object value) {
    try {
      return sealing.seal(purpose, context, JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  /**
   * The value that was sealed; members that its type does not know are left out.
   *
   * @throws SealBroken when it does not open, or is no such value
   */
  public <T> T open(String purpose, String context, String sealed, Class<T> type) {
    var plain = sealing.open(purpose, context, sealed);
    try {
      return JSON.readValue(plain, type);
    } catch (IOException unreadable) {
      // Without the cause: Jackson quotes what it could not read, and that is secret.
      throw new SealBroken("sealed value is not a " + type.getSimpleName());
    }
  }
}
