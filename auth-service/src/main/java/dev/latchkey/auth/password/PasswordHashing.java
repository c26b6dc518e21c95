package dev.latchkey.auth.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Makes and checks password hashes: Argon2id over HMAC-SHA256 of the password under a pepper. Every
 * answer may instead be the failure {@link HashingBusy}. Hash before a transaction opens, never
 * inside one: this takes tens of milliseconds of a core.
 */
@ApplicationScoped
public class PasswordHashing {

  private static final Duration LONGEST_WAIT = Duration.ofMillis(150);

  private final Argon2 argon2 = Argon2.fastest();
  private final Argon2.Cost cost;
  private final Peppers peppers;
  private final SecureRandom random;
  private final int threads;
  private final HashingQueue queue;
  private final PasswordHash nobodys;

  PasswordHashing(
      PasswordConfig config,
      PasswordConfig.PepperConfig pepper,
      SecureRandom random,
      MeterRegistry meters) {
    this.cost = cost(config);
    this.peppers = Peppers.of(pepper.current(), pepper.keys());
    this.random = random;
    this.nobodys = new PasswordHash(cost, peppers.current(), salt(), new byte[Argon2.HASH_BYTES]);
    var machine = Runtime.getRuntime();
    this.threads = threads(machine.availableProcessors(), machine.maxMemory(), cost);
    this.queue = new HashingQueue(threads, LONGEST_WAIT, measured(), meters);
  }

  void start(@Observes StartupEvent start) {
    Log.infof("passwords are hashed by argon2=%s threads=%d", argon2.name(), threads);
  }

  @PreDestroy
  void stop() {
    queue.close();
  }

  /**
   * Fails with {@link HashingBusy} when a hash that began now would be refused. To be asked before
   * anything is read or counted for a caller: in a storm most callers get no further.
   */
  public Uni<Void> room() {
    return queue.room();
  }

  /** A hash of the password with today's cost, pepper and a new salt. */
  public Uni<PasswordHash> hash(Password password) {
    return queue.run(() ->
        peppered(
            password,
            peppers.current(),
            secret -> {
              var salt = salt();
              var hash = argon2.hash(cost, secret, salt);
              return new PasswordHash(cost, peppers.current(), salt, hash);
            }));
  }

  /** True when the hash is of this password. */
  public Uni<Boolean> matches(Password password, PasswordHash hash) {
    return queue.run(() ->
        peppered(
            password,
            hash.pepper(),
            secret -> hash.is(argon2.hash(hash.cost(), secret, hash.salt()))));
  }

  /** Always false, after the work of {@link #matches}: time must not tell unknown accounts. */
  public Uni<Boolean> matchesNobody(Password password) {
    return matches(password, nobodys).map(matched -> false);
  }

  /** True when a new hash would have another cost or pepper: make one at the next sign-in. */
  public boolean outdated(PasswordHash hash) {
    return !hash.cost().equals(cost) || !hash.pepper().equals(peppers.current());
  }

  private <T> T peppered(Password password, String pepper, Function<byte[], T> work) {
    var secret = peppers.mix(pepper, password);
    try {
      return work.apply(secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private byte[] salt() {
    var salt = new byte[Argon2.SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  /** The second of two hashes: the first also pays for loading and linking. */
  private Duration measured() {
    long begin = 0;
    for (int round = 0; round < 2; round++) {
      begin = System.nanoTime();
      argon2.hash(cost, new byte[Argon2.HASH_BYTES], new byte[Argon2.SALT_BYTES]);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /**
   * Not by annotations on the configuration: for two bounds Quarkus builds a second validator at
   * each start, which takes half a second of a core.
   */
  private static Argon2.Cost cost(PasswordConfig config) {
    return new Argon2.Cost(
        atLeast("memory", 19_456, config.memory()),
        atLeast("iterations", 2, config.iterations()),
        config.parallelism());
  }

  private static int atLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "latchkey.password.%s is %d, and less than %d".formatted(name, value, least));
    }
    return value;
  }

  /**
   * One core is left to the event loops, where there are two or more. All threads together take at
   * most a quarter of what the heap may, beside it: with the heap at 60 % of a container's memory
   * (deploy/images) that is 15 %, and a quarter of it is left for the rest of the JVM. Else many
   * cores and little memory would end in the kernel killing the process in a storm of sign-ins.
   */
  static int threads(int processors, long heap, Argon2.Cost cost) {
    long affordable = heap / 4 / (cost.memory() * 1024L);
    return (int) Math.max(1, Math.min(processors - 1, affordable));
  }
}
