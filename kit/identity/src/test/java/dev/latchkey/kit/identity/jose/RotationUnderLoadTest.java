package dev.latchkey.kit.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys change while identities are signed and verified, in the order that auth-service keeps. */
@Tag("attack-57")
class RotationUnderLoadTest {

  private static final int ROTATIONS = 100;
  private static final int THREADS = 4;

  /** The minutes of production, in milliseconds. */
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final IdentityKeys.Ages AGES =
      new IdentityKeys.Ages(PAUSE, PAUSE, Duration.ofMinutes(1));

  private static final Duration LEAD = PAUSE.multipliedBy(2);

  private volatile TestKey signer = TestKey.named("key-0");
  private final AtomicInteger verified = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  /** Shared while an identity lives; held alone once all that were signed before are over. */
  private final ReadWriteLock life = new ReentrantReadWriteLock();

  @Test
  void nobody_is_refused_in_100_rotations_and_each_retired_key_is() throws Exception {
    try (var server = new JwksServer(TestKey.jwks(signer));
        var threads = Executors.newFixedThreadPool(THREADS)) {
      var keys = new IdentityKeys(server.url() + "/jwks.json", AGES);
      var load = startLoad(threads, () -> signAndVerify(keys));
      int refused = 0;
      try {
        for (int number = 1; number <= ROTATIONS; number++) {
          var old = signer;
          rotate(server, TestKey.named("key-" + number));
          assertThatThrownBy(() -> verify(keys, sign(old))).hasMessageContaining("unknown key");
          refused++;
        }
      } finally {
        over.set(true);
      }

      for (var thread : load) {
        assertThat(thread.get()).isNull();
      }
      assertThat(refused).isEqualTo(ROTATIONS);
      assertThat(verified.get()).isGreaterThan(ROTATIONS * THREADS);
    }
  }

  @Test
  void a_flood_of_unknown_keys_costs_one_fetch_a_pause() throws Exception {
    var ages =
        new IdentityKeys.Ages(Duration.ofMillis(200), Duration.ofMinutes(1), Duration.ofMinutes(1));
    try (var server = new JwksServer(TestKey.jwks(signer));
        var threads = Executors.newFixedThreadPool(THREADS)) {
      var keys = new IdentityKeys(server.url() + "/jwks.json", ages);
      var begun = System.nanoTime();
      var refused = new AtomicInteger();
      var flood = startLoad(threads, () -> refuse(keys, refused));

      Thread.sleep(1_500);
      over.set(true);
      for (var thread : flood) {
        assertThat(thread.get()).isNull();
      }

      long pauses = (System.nanoTime() - begun) / ages.pause().toNanos();
      assertThat(server.fetches()).isBetween(2, 2 + (int) pauses);
      assertThat(refused.get()).isGreaterThan(server.fetches() * 10);
    }
  }

  /** As production does: publish, wait for the lead, sign with it, wait out the lives, withdraw. */
  private void rotate(JwksServer server, TestKey next) throws InterruptedException {
    var old = signer;
    server.publish(TestKey.jwks(old, next));
    Thread.sleep(LEAD);
    signer = next;
    life.writeLock().lock();
    life.writeLock().unlock();
    server.publish(TestKey.jwks(next));
    Thread.sleep(LEAD);
  }

  private List<Future<Void>> startLoad(ExecutorService threads, Callable<Void> once) {
    Callable<Void> untilOver =
        () -> {
          while (!over.get()) {
            once.call();
          }
          return null;
        };
    return IntStream.range(0, THREADS).mapToObj(i -> threads.submit(untilOver)).toList();
  }

  private Void signAndVerify(IdentityKeys keys) throws JoseException {
    life.readLock().lock();
    try {
      verify(keys, sign(signer));
      verified.incrementAndGet();
      return null;
    } finally {
      life.readLock().unlock();
    }
  }

  private Void refuse(IdentityKeys keys, AtomicInteger refused) throws JoseException {
    var unknown = new JsonWebSignature();
    unknown.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    unknown.setKeyIdHeaderValue(UUID.randomUUID().toString());
    assertThatThrownBy(() -> keys.resolveKey(unknown, List.of()))
        .hasMessageContaining("unknown key");
    refused.incrementAndGet();
    return null;
  }

  private static String sign(TestKey key) throws JoseException {
    var signed = new JsonWebSignature();
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signed.setKeyIdHeaderValue(key.jwk().getKeyId());
    signed.setPayload("{}");
    signed.setKey(key.secret());
    return signed.getCompactSerialization();
  }

  private static void verify(IdentityKeys keys, String text) throws JoseException {
    var signed = new JsonWebSignature();
    signed.setCompactSerialization(text);
    signed.setKey(keys.resolveKey(signed, List.of()));
    assertThat(signed.verifySignature()).isTrue();
  }
}
