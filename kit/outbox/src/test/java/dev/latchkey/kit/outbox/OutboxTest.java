package dev.latchkey.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealStores.class,
    initArgs = @ResourceArg(name = "service", value = "mfa"))
class OutboxTest {

  @Inject Doing doing;

  @Test
  void a_committed_fact_is_published_as_a_cloud_event() {
    var account = Facts.anAccount();
    try (var said = new SaidOn("latchkey.mfa")) {

      var id = Doing.run(() -> doing.say(Facts.codeUsed(account, 9)));

      var record = said.await(1, SaidOn.by(account.toString())).getFirst();
      var headers = SaidOn.headers(record);
      assertThat(headers.remove("ce_proof")).isNotEmpty();
      assertThat(headers)
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "ce_specversion", "1.0",
                  "ce_id", id.toString(),
                  "ce_source", "/mfa-service",
                  "ce_type", "dev.latchkey.mfa.RecoveryCodeUsed.v1",
                  "ce_time", "2026-11-21T10:15:30.123456789Z",
                  "ce_subject", account.toString(),
                  "ce_dataschema", "urn:latchkey:schema:RecoveryCodeUsed:1",
                  "ce_partitionkey", account.toString(),
                  "content-type", "application/json"));
      assertThat(new String(record.value(), UTF_8))
          .isEqualTo(
              "{\"account\":\"%s\",\"at\":\"%s\",\"left\":9,\"origin\":\"k1.sealed\"}"
                  .formatted(account, Facts.AT));
    }
  }

  /** Checked with the JDK alone, as docs/events.md tells others to. */
  @Test
  void what_is_published_is_signed_by_this_service() throws Exception {
    var account = Facts.anAccount();
    try (var said = new SaidOn("latchkey.mfa")) {

      var id = Doing.run(() -> doing.say(Facts.codeUsed(account, 9)));

      var record = said.await(1, SaidOn.by(account.toString())).getFirst();
      var proof = CloudEvent.text(record.headers(), "ce_proof").split("\\.", -1);
      var lines =
          "latchkey.mfa\n%1$s\n%2$s\n/mfa-service\n%3$s\n%4$s\n%1$s\n"
              .formatted(account, id, "dev.latchkey.mfa.RecoveryCodeUsed.v1", Facts.AT);
      var payload = lines + new String(record.value(), UTF_8);
      assertThat(new String(Base64.getUrlDecoder().decode(proof[0]), UTF_8))
          .isEqualTo("{\"alg\":\"ES256\",\"kid\":\"mfa-service\",\"typ\":\"event+jws\"}");
      assertThat(proof[1]).isEmpty();
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(ownKey());
      signature.update((proof[0] + "." + base64(payload)).getBytes(UTF_8));
      assertThat(signature.verify(Base64.getUrlDecoder().decode(proof[2]))).isTrue();
    }
  }

  private static PublicKey ownKey() throws JoseException {
    var jwk = ConfigProvider.getConfig().getValue("latchkey.service.key", String.class);
    return PublicJsonWebKey.Factory.newPublicJwk(jwk).getPublicKey();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  void an_id_is_a_random_uuid() {
    var account = Facts.anAccount();

    var id = Doing.run(() -> doing.say(Facts.codeUsed(account, 9))).value();

    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void a_given_id_is_the_events_id() {
    var account = Facts.anAccount();
    var given = new EventId(UUID.randomUUID());
    try (var said = new SaidOn("latchkey.mfa")) {

      Doing.run(() -> doing.sayUnder(given, Facts.codeUsed(account, 9)));

      var record = said.await(1, SaidOn.by(account.toString())).getFirst();
      assertThat(SaidOn.headers(record)).containsEntry("ce_id", given.toString());
    }
  }

  @Test
  void a_rollback_says_nothing() {
    var account = Facts.anAccount();
    try (var said = new SaidOn("latchkey.mfa")) {

      assertThatExceptionOfType(Doing.ChangeFailed.class)
          .isThrownBy(() -> Doing.run(() -> doing.sayAndFail(Facts.codeUsed(account, 9))));

      assertThat(said.after(Duration.ofSeconds(1), SaidOn.by(account.toString()))).isEmpty();
    }
  }

  @Test
  void nothing_is_said_outside_a_transaction() {
    var fact = Facts.codeUsed(Facts.anAccount(), 9);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Doing.run(() -> doing.sayWithoutTransaction(fact)))
        .withMessageContaining("@WithTransaction");
  }

  @Test
  void the_trace_goes_on_where_the_event_is_heard() {
    var account = Facts.anAccount();
    try (var said = new SaidOn("latchkey.mfa")) {

      var trace = Doing.run(() -> doing.sayTraced(Facts.codeUsed(account, 9)));

      var record = said.await(1, SaidOn.by(account.toString())).getFirst();
      assertThat(SaidOn.headers(record).get("traceparent")).startsWith("00-" + trace + "-");
    }
  }
}
