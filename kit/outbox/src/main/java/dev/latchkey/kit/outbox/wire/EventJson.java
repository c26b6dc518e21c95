package dev.latchkey.kit.outbox.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent;
import dev.latchkey.contracts.event.AuthorizationEvent;
import dev.latchkey.contracts.event.ClientEvent;
import dev.latchkey.contracts.event.DeliveryEvent;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.event.MessageEvent;
import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON, as the golden samples of the contracts show them. A mapper of its own: how a
 * service sets up its API must not change what it says to others.
 */
@RegisterForReflection(
    targets = {
      AccountEvent.class,
      AuthorizationEvent.class,
      ClientEvent.class,
      DeliveryEvent.class,
      MessageEvent.class,
      MfaEvent.class,
      AccountEvent.SignInRefused.Reason.class,
      AccountId.class,
      AuthorizationId.class,
      ClientId.class,
      EventId.class,
      MessageId.class,
      SessionId.class,
      Change.class,
      Proof.class
    })
public final class EventJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // An epoch that is missing is not the epoch 0.
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private EventJson() {}

  public static String write(Event fact) {
    try {
      return JSON.writeValueAsString(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + fact.getClass().getSimpleName(), e);
    }
  }

  /**
   * Reads an event.
   *
   * @throws IOException when it is not JSON, not of that type, or lacks what the type promises
   */
  public static Event read(byte[] body, EventType type) throws IOException {
    var fact = JSON.readValue(body, type.fact());
    if (fact == null || !complete(fact)) {
      throw new IOException("incomplete");
    }
    return fact;
  }

  /** NullAway believes the records' types; this is where that is made true for what comes in. */
  private static boolean complete(Event fact) {
    return Stream.of(fact.getClass().getRecordComponents())
        .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .allMatch(part -> {
          try {
            return part.getAccessor().invoke(fact) != null;
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + part, e);
          }
        });
  }
}
