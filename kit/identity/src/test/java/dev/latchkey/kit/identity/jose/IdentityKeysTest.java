package dev.latchkey.kit.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kit.problem.Outage;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IdentityKeysTest {

  private static final TestKey OLD = TestKey.named("old");
  private static final TestKey NEW = TestKey.named("new");

  private static IdentityKeys.Ages ages(int pause, int believed, int inOutage) {
    return new IdentityKeys.Ages(
        Duration.ofMillis(pause), Duration.ofMillis(believed), Duration.ofMillis(inOutage));
  }

  private static void outage(IdentityKeys keys) {
    assertThatThrownBy(() -> resolve(keys, "old")).matches(Outage::causes);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Key resolve(IdentityKeys keys, String kid) throws JoseException {
    var signed = new JsonWebSignature();
    signed.setAlgorithmHeaderValue("ES256");
    signed.setKeyIdHeaderValue(kid);
    return keys.resolveKey(signed, List.of());
  }

  @Test
  void a_known_key_is_fetched_once() throws Exception {
    try (var server = new JwksServer(TestKey.jwks(OLD))) {
      var keys = new IdentityKeys(server.url() + "/jwks.json", IdentityKeys.Ages.USUAL);
      for (int i = 0; i < 100; i++) {
        assertThat(resolve(keys, "old")).isEqualTo(OLD.jwk().getKey());
      }
      assertThat(server.fetches()).isEqualTo(1);
    }
  }

  @Test
  void a_key_that_was_published_meanwhile_is_found() throws Exception {
    try (var server = new JwksServer(TestKey.jwks(OLD))) {
      var keys = new IdentityKeys(server.url() + "/jwks.json", ages(0, 60_000, 60_000));
      assertThat(resolve(keys, "old")).isNotNull();

      server.publish(TestKey.jwks(OLD, NEW));

      assertThat(resolve(keys, "new")).isEqualTo(NEW.jwk().getKey());
      assertThat(resolve(keys, "old")).isEqualTo(OLD.jwk().getKey());
      assertThat(server.fetches()).isEqualTo(2);
    }
  }

  @Test
  void a_retired_key_is_forgotten_with_the_next_fetch() throws Exception {
    try (var server = new JwksServer(TestKey.jwks(OLD))) {
      var keys = new IdentityKeys(server.url() + "/jwks.json", ages(0, 60_000, 60_000));
      assertThat(resolve(keys, "old")).isNotNull();

      server.publish(TestKey.jwks(NEW));

      assertThat(resolve(keys, "new")).isNotNull();
      assertThatThrownBy(() -> resolve(keys, "old")).hasMessageContaining("unknown key");
    }
  }

  @Test
  @Tag("attack-57")
  void a_withdrawn_key_is_refused_though_nobody_asked_for_another() throws Exception {
    try (var server = new JwksServer(TestKey.jwks(OLD))) {
      var keys = new IdentityKeys(server.url() + "/jwks.json", ages(100, 100, 60_000));
      assertThat(resolve(keys, "old")).isNotNull();

      server.publish(TestKey.jwks(NEW));
      Thread.sleep(120);

      assertThatThrownBy(() -> resolve(keys, "old")).hasMessageContaining("unknown key");
    }
  }

  @Test
  void keys_of_an_edge_that_is_away_are_not_good_for_ever() throws Exception {
    var server = new JwksServer(TestKey.jwks(OLD));
    var keys = new IdentityKeys(server.url() + "/jwks.json", ages(0, 50, 2_000));
    assertThat(resolve(keys, "old")).isNotNull();

    server.close();
    Thread.sleep(70);
    assertThat(resolve(keys, "old")).isEqualTo(OLD.jwk().getKey());
    Thread.sleep(2_000);

    outage(keys);
  }

  @Test
  void in_an_outage_nobody_waits_but_who_first_finds_out() throws Exception {
    var server = new JwksServer(TestKey.jwks(OLD));
    var keys = new IdentityKeys(server.url() + "/jwks.json", ages(0, 1, 60_000));
    assertThat(resolve(keys, "old")).isNotNull();
    int port = java.net.URI.create(server.url()).getPort();
    server.close();
    try (var silent = new java.net.ServerSocket(port)) {
      assertThat(resolve(keys, "old")).isNotNull();
      long start = System.nanoTime();

      for (int i = 0; i < 1000; i++) {
        assertThat(resolve(keys, "old")).isNotNull();
      }

      assertThat(System.nanoTime() - start).isLessThan(900_000_000L);
      assertThat(silent.isBound()).isTrue();
    }
  }

  @Test
  @Tag("attack-57")
  void unknown_keys_cost_one_fetch_a_minute() throws Exception {
    try (var server = new JwksServer(TestKey.jwks(OLD))) {
      var keys = new IdentityKeys(server.url() + "/jwks.json", IdentityKeys.Ages.USUAL);
      IntStream.range(0, 500)
          .parallel()
          .forEach(i -> assertThatThrownBy(() -> resolve(keys, "kid-" + i)));
      assertThat(server.fetches()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void an_edge_that_is_away_is_an_outage_and_not_a_bad_identity() throws Exception {
    var server = new JwksServer("");
    var keys = new IdentityKeys(server.url() + "/jwks.json", IdentityKeys.Ages.USUAL);
    server.close();

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> resolve(keys, "old")).matches(Outage::causes);
    }
  }

  @Test
  void known_keys_stay_good_while_the_edge_is_away() throws Exception {
    var server = new JwksServer(TestKey.jwks(OLD));
    var keys = new IdentityKeys(server.url() + "/jwks.json", ages(0, 60_000, 60_000));
    assertThat(resolve(keys, "old")).isNotNull();

    server.close();

    assertThatThrownBy(() -> resolve(keys, "new")).matches(Outage::causes);
    assertThat(resolve(keys, "old")).isEqualTo(OLD.jwk().getKey());
  }

  @Test
  void an_edge_that_is_silent_costs_a_second_and_not_twenty() throws Exception {
    try (var silent = new java.net.ServerSocket(0)) {
      var keys =
          new IdentityKeys(
              "http://127.0.0.1:" + silent.getLocalPort() + "/jwks.json", IdentityKeys.Ages.USUAL);
      long start = System.nanoTime();

      IntStream.range(0, 20)
          .mapToObj(i -> Thread.startVirtualThread(() -> outage(keys)))
          .toList()
          .forEach(IdentityKeysTest::join);

      assertThat(System.nanoTime() - start).isLessThan(2_500_000_000L);
    }
  }
}
