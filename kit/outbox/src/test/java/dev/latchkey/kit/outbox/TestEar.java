package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** An ear as services write them, that does what a test says. */
@ApplicationScoped
class TestEar implements Ear {

  private final Hearing hearing;
  private final List<Heard<? extends Event>> heard = new CopyOnWriteArrayList<>();
  private final Map<AccountId, Function<Heard<? extends Event>, Uni<Void>>> effects =
      new ConcurrentHashMap<>();

  TestEar(Hearing hearing) {
    this.hearing = hearing;
  }

  @Incoming("account")
  Uni<Void> hear(Message<byte[]> message) {
    return hearing.hear(message, this);
  }

  /** What happens when a fact of this account is heard. */
  void on(AccountId account, Function<Heard<? extends Event>, Uni<Void>> effect) {
    effects.put(account, effect);
  }

  /** Facts of this account in the order of their effects, without those that failed. */
  List<? extends Event> heardOf(AccountId account) {
    return heard.stream()
        .filter(one -> one.fact().account().equals(account))
        .map(Heard::fact)
        .toList();
  }

  /** Nothing is said on the second one here, but the contracts have mfa-service hear it. */
  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ACCOUNT, Topic.DELIVERY);
  }

  @Override
  public Uni<Void> take(Heard<? extends Event> one) {
    return effects
        .getOrDefault(one.fact().account(), any -> Uni.createFrom().voidItem())
        .apply(one)
        .invoke(() -> heard.add(one));
  }
}
