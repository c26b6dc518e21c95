package dev.latchkey.kit.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Values of the contracts as JSON under a seal. */
record SealedJson(Sealing sealing, ObjectMapper mapper) {

  String seal(String purpose, String context, Object value) {
    try {
      return sealing.seal(purpose, context, mapper.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  <T> T open(String purpose, String context, String sealed, Class<T> type) {
    var plain = sealing.open(purpose, context, sealed);
    try {
      return mapper.readValue(plain, type);
    } catch (IOException unreadable) {
      // Without the cause: Jackson quotes what it could not read, and that is secret.
      throw new SealBroken("sealed value is not a " + type.getSimpleName());
    }
  }
}
