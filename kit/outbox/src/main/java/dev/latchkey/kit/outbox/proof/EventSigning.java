package dev.latchkey.kit.outbox.proof;

import dev.latchkey.contracts.event.EventProof;
import dev.latchkey.kit.identity.jose.ServiceKey;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.lang.JoseException;

/** Signs what this service says, with the key that it calls others with. */
@Singleton
@Startup // Without a key nothing could be said: better not to start than to fill the outbox.
public class EventSigning {

  private final ServiceKey key;

  EventSigning(
      @ConfigProperty(name = "latchkey.service.name") String service,
      @ConfigProperty(name = "latchkey.service.key") String jwk) {
    this.key = ServiceKey.of(service, jwk);
  }

  /** Adds the proof to a record that has everything else. Computes: not on event loops. */
  public void sign(ProducerRecord<String, byte[]> record) {
    var headers = record.headers();
    var jws = key.signature(EventProof.TYPE);
    jws.setPayloadBytes(
        EventProof.payload(
            record.topic(), record.key(), name -> CloudEvent.text(headers, name), record.value()));
    try {
      CloudEvent.put(headers, EventProof.HEADER, jws.getDetachedContentCompactSerialization());
    } catch (JoseException broken) {
      throw new IllegalStateException("latchkey.service.key does not sign", broken);
    }
  }
}
