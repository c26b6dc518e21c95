package dev.latchkey.kit.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.outbox.Doing;
import dev.latchkey.kit.outbox.Facts;
import dev.latchkey.kit.outbox.SaidOn;
import dev.latchkey.kit.outbox.proof.EventSigning;
import dev.latchkey.kit.outbox.wire.EventJson;
import dev.latchkey.kit.outbox.wire.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderTest {

  private static final int ACCOUNTS = 8;
  private static final int FACTS = 40;

  @Inject Doing doing;
  @Inject Pool pool;
  @Inject EventSigning signing;
  @Inject Vertx vertx;

  @Inject
  @Channel("second")
  MutinyEmitter<ProducerRecord<String, byte[]>> secondProducer;

  @Test
  void two_relays_keep_each_accounts_order_and_lose_nothing() throws Exception {
    var accounts = Stream.generate(Facts::anAccount).limit(ACCOUNTS).toList();
    var stop = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var said = new SaidOn("latchkey.mfa")) {
      var second = threads.submit(() -> relayUntil(stop));

      for (var one : threads.invokeAll(accounts.stream().map(this::speaker).toList())) {
        one.get();
      }

      var keys = accounts.stream().map(AccountId::toString).toList();
      var records = said.await(ACCOUNTS * FACTS, record -> keys.contains(record.key()));
      for (var account : accounts) {
        assertThat(records.stream().filter(SaidOn.by(account.toString())).map(OrderTest::left))
            .as("facts of one account")
            .isEqualTo(IntStream.range(0, FACTS).boxed().toList());
      }
      stop.set(true);
      assertThat(second.get()).as("batches of the second relay").isPositive();
    }
  }

  private Callable<Boolean> speaker(AccountId account) {
    return () -> {
      for (int i = 0; i < FACTS; i += 2) {
        var facts = List.of(Facts.codeUsed(account, i), Facts.codeUsed(account, i + 1));
        Doing.run(() -> doing.say(facts.toArray(MfaEvent[]::new)));
      }
      return true;
    };
  }

  /** The second replica, with a producer of its own. */
  private int relayUntil(AtomicBoolean stop) {
    var relaying = new Relaying(pool, new Kafka(secondProducer), signing, vertx, "mfa-service");
    int sent = 0;
    while (!stop.get()) {
      if (Doing.run(relaying::round) instanceof Delivery.Sent) {
        sent++;
      }
    }
    return sent;
  }

  private static int left(ConsumerRecord<String, byte[]> record) {
    try {
      var fact = EventJson.read(record.value(), EventType.RECOVERY_CODE_USED);
      return ((MfaEvent.RecoveryCodeUsed) fact).left();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
