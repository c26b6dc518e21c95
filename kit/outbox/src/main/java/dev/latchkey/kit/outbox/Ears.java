package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.event.Topic;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ears of this service, by what they listen to. */
@Singleton
@Startup // What the contracts say is heard, and nobody hears, keeps the service from starting.
public class Ears {

  private final Owner hearer;
  private final Map<Topic, Ear> ears = new EnumMap<>(Topic.class);

  Ears(@All List<Ear> all, @ConfigProperty(name = "latchkey.service.name") String service) {
    hearer = Owner.named(service);
    for (var ear : all) {
      for (var topic : ear.topics()) {
        if (ears.put(topic, ear) != null) {
          throw new IllegalStateException("two ears listen to " + topic.topic());
        }
      }
    }
    var heard = EventType.topicsHeardBy(hearer);
    if (!ears.keySet().containsAll(heard)) {
      throw new IllegalStateException("by the contracts %s hears %s".formatted(service, heard));
    }
  }

  /** Whose ears they are. */
  public Owner hearer() {
    return hearer;
  }

  /** Everything that is listened to, in the order of the contracts. */
  public Set<Topic> topics() {
    return Collections.unmodifiableSet(ears.keySet());
  }

  /** The one that listens to a topic of {@link #topics}. */
  public Ear of(Topic topic) {
    return Objects.requireNonNull(ears.get(topic), topic::topic);
  }
}
