package dev.latchkey.kit.outbox.wire;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** The one producer of a service. Sending happens on a thread of its own, never on the caller's. */
@ApplicationScoped
public class Kafka {

  private final MutinyEmitter<ProducerRecord<String, byte[]>> channel;

  public Kafka(@Channel("outbox") MutinyEmitter<ProducerRecord<String, byte[]>> channel) {
    this.channel = channel;
  }

  /** Done when all in-sync replicas have the record; fails within the channel's time limits. */
  public Uni<Void> send(ProducerRecord<String, byte[]> record) {
    return channel.send(record);
  }
}
