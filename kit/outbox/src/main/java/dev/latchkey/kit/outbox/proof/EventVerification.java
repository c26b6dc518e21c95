package dev.latchkey.kit.outbox.proof;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.EventProof;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.identity.jose.CallerKeys;
import dev.latchkey.kit.identity.jose.JoseHeader;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Tells what our services said from what anybody wrote who can write to Kafka. The source names the
 * speaker, the topic says whether that service speaks there, and the key must be the speaker's.
 */
@Singleton
@Startup // Keys that are not what they should be keep the service from starting.
public class EventVerification {

  private static final String DETACHED = "..";
  private static final AlgorithmConstraints ES256 =
      new AlgorithmConstraints(
          ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

  private final CallerKeys keys;

  EventVerification(CallerKeys keys) {
    this.keys = keys;
  }

  /**
   * Why the record is not believed; nothing when its speaker said it, here and so. Reads nothing of
   * the body. Computes: not on event loops.
   */
  public Optional<Doubt> doubt(ConsumerRecord<String, byte[]> record) {
    var proof = header(record, EventProof.HEADER);
    if (proof.isEmpty()) {
      return Optional.of(Doubt.MISSING);
    }
    if (!proof.contains(DETACHED) || !JoseHeader.right(proof, EventProof.TYPE)) {
      return Optional.of(Doubt.BROKEN);
    }
    return speaker(record)
        .map(speaker -> doubt(record, proof, speaker))
        .orElse(Optional.of(Doubt.NO_SPEAKER));
  }

  private Optional<Doubt> doubt(
      ConsumerRecord<String, byte[]> record, String proof, Owner speaker) {
    try {
      var jws = new JsonWebSignature();
      jws.setAlgorithmConstraints(ES256);
      jws.setCompactSerialization(proof);
      var key = keys.find(speaker.service(), jws.getKeyIdHeaderValue());
      if (key.isEmpty()) {
        return Optional.of(Doubt.UNKNOWN_KEY);
      }
      jws.setKey(key.get());
      jws.setEncodedPayload(Base64Url.encode(payload(record)));
      return jws.verifySignature() ? Optional.empty() : Optional.of(Doubt.WRONG);
    } catch (JoseException | RuntimeException broken) {
      return Optional.of(Doubt.BROKEN);
    }
  }

  private static byte[] payload(ConsumerRecord<String, byte[]> record) {
    return EventProof.payload(
        record.topic(),
        record.key() == null ? "" : record.key(),
        name -> header(record, name),
        record.value() == null ? new byte[0] : record.value());
  }

  /** Who says that he said it, where he is one of those who speak there. */
  private static Optional<Owner> speaker(ConsumerRecord<String, byte[]> record) {
    var source = header(record, CloudEvent.SOURCE);
    return Stream.of(Topic.values())
        .filter(topic -> topic.topic().equals(record.topic()))
        .flatMap(topic -> topic.saidBy().stream())
        .filter(owner -> source.equals(CloudEvent.source(owner.service())))
        .findFirst();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return CloudEvent.text(record.headers(), name);
  }
}
