package dev.latchkey.kit.outbox.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.EventProof;
import dev.latchkey.contracts.identity.Claims;
import dev.latchkey.kit.identity.jose.CallerKeys;
import dev.latchkey.kit.outbox.Facts;
import dev.latchkey.kit.outbox.Spoken;
import dev.latchkey.kit.testkit.EventProofs;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record must show, and what of it nobody may change. */
@Tag("attack-68")
class EventVerificationTest {

  private static final String AUTH = "auth-service";
  private static final String MFA = "mfa-service";
  private static final String STRANGER = "stranger";

  private final EventVerification proofs =
      new EventVerification(
          CallerKeys.of(EventProofs.callers(AUTH, MFA, "token-service", "gateway")));

  @Test
  void what_its_speaker_signed_is_believed() {
    assertThat(doubt(right())).isEmpty();
  }

  @Test
  void without_a_proof_nothing_is_believed() {
    assertThat(doubt(right().unproven())).contains(Doubt.MISSING);
    assertThat(doubt(right().proof(""))).contains(Doubt.MISSING);
  }

  @Test
  void a_key_of_ones_own_proves_nothing_under_whatever_name() {
    assertThat(doubt(right().provenBy(STRANGER))).contains(Doubt.UNKNOWN_KEY);
    assertThat(doubt(right().proven(STRANGER, AUTH, EventProof.TYPE))).contains(Doubt.WRONG);
  }

  @Test
  void another_service_does_not_speak_in_this_ones_name() {
    assertThat(doubt(right().provenBy(MFA))).contains(Doubt.UNKNOWN_KEY);
    assertThat(doubt(right().proven(MFA, AUTH, EventProof.TYPE))).contains(Doubt.WRONG);
    assertThat(doubt(right().with("ce_source", "/" + MFA).provenBy(MFA)))
        .contains(Doubt.NO_SPEAKER);
  }

  @Test
  void who_has_a_key_of_ours_and_is_no_speaker_is_not_believed() {
    assertThat(doubt(right().with("ce_source", "/gateway").provenBy("gateway")))
        .contains(Doubt.NO_SPEAKER);
    assertThat(doubt(right().without("ce_source").proven())).contains(Doubt.NO_SPEAKER);
  }

  @Test
  void on_a_topic_of_two_speakers_each_speaks_for_itself() {
    var message = right().on("latchkey.message");

    assertThat(doubt(message.proven())).isEmpty();
    assertThat(doubt(message.with("ce_source", "/" + MFA).provenBy(MFA))).isEmpty();
    assertThat(doubt(message.with("ce_source", "/" + MFA).provenBy(AUTH)))
        .contains(Doubt.UNKNOWN_KEY);
    assertThat(doubt(message.with("ce_source", "/token-service").provenBy("token-service")))
        .contains(Doubt.NO_SPEAKER);
  }

  @Test
  void a_proof_does_not_move_to_another_topic_or_account() {
    assertThat(doubt(right().proven().on("latchkey.message"))).contains(Doubt.WRONG);
    assertThat(doubt(right().proven().on("latchkey.mfa"))).contains(Doubt.NO_SPEAKER);
    assertThat(doubt(right().proven().key(Facts.anAccount().toString()))).contains(Doubt.WRONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_type", "ce_time", "ce_subject"})
  void nothing_that_a_hearer_decides_by_can_be_changed_or_taken_away(String header) {
    assertThat(doubt(right().proven().with(header, UUID.randomUUID().toString())))
        .contains(Doubt.WRONG);
    assertThat(doubt(right().proven().without(header))).contains(Doubt.WRONG);
  }

  @Test
  void a_body_that_was_changed_or_taken_away_is_not_believed() {
    assertThat(doubt(right().proven().body("{}"))).contains(Doubt.WRONG);
    assertThat(doubt(right().proven().withoutBody())).contains(Doubt.WRONG);
  }

  @Test
  void a_line_feed_does_not_make_two_values_of_one() {
    var subject = right().header("ce_subject");

    assertThat(doubt(right().proven().with("ce_time", "then\n" + subject).with("ce_subject", "")))
        .contains(Doubt.BROKEN);
  }

  @Test
  void a_signature_without_an_algorithm_is_none() {
    var header =
        "{\"alg\":\"none\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(EventProof.TYPE, AUTH);

    assertThat(doubt(right().proof(base64(header) + ".."))).contains(Doubt.BROKEN);
  }

  @Test
  void a_header_that_brings_its_own_key_is_none_of_ours() {
    var header =
        "{\"alg\":\"ES256\",\"typ\":\"%s\",\"kid\":\"%s\",\"jwk\":{}}"
            .formatted(EventProof.TYPE, AUTH);

    assertThat(doubt(right().proof(base64(header) + "..c2lnbmF0dXJl"))).contains(Doubt.BROKEN);
  }

  @Test
  void a_credential_or_identity_is_no_proof_of_an_event() {
    assertThat(doubt(right().proven(AUTH, AUTH, Claims.SERVICE_TYPE))).contains(Doubt.BROKEN);
    assertThat(doubt(right().proven(AUTH, AUTH, Claims.IDENTITY_TYPE))).contains(Doubt.BROKEN);
    assertThat(doubt(right().proof(withPayload()))).contains(Doubt.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "..", "...", "e30..", "a..b", "\u0000..\u0000"})
  void garbage_is_no_proof(String proof) {
    assertThat(doubt(right().proof(proof))).contains(Doubt.BROKEN);
  }

  @Test
  void who_knows_no_keys_believes_nobody() {
    var nobody = new EventVerification(CallerKeys.of("{\"keys\":[]}"));

    assertThat(nobody.doubt(right().asHeard())).contains(Doubt.UNKNOWN_KEY);
  }

  /** A whole JWS of our type, as a credential is one: its payload is not the record. */
  private static String withPayload() {
    var detached = right().proven().header(EventProof.HEADER);
    return detached.replace("..", "." + base64("{}") + ".");
  }

  private Optional<Doubt> doubt(Spoken record) {
    return proofs.doubt(record.asHeard());
  }

  private static Spoken right() {
    return Spoken.of(Spoken.accountClosed(Facts.anAccount()));
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }
}
