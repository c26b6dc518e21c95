package dev.latchkey.kit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import org.junit.jupiter.api.Test;

class MessageSealTest {

  private static final MessageId THIS = MessageId.of("00000000-0000-4000-8000-000000000001");
  private static final MessageId OTHER = MessageId.of("00000000-0000-4000-8000-000000000002");
  private static final AccountId ALICE = AccountId.of("00000000-0000-4000-8000-00000000000a");
  private static final AccountId BOB = AccountId.of("00000000-0000-4000-8000-00000000000b");

  private final Sealing sealing = Rings.sealing(Rings.old());
  private final MessageSeal messages = new MessageSeal(sealing);
  private final OriginSeal origins = new OriginSeal(sealing);

  @Test
  void a_message_opens_under_its_own_id_only() {
    var message = new Message.VerifyEmail("alice@example.org", "http://127.0.0.1/verify?token=t");

    var sealed = messages.seal(THIS, message);

    assertThat(messages.open(THIS, sealed)).isEqualTo(message);
    assertThat(sealed).doesNotContain("alice");
    assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> messages.open(OTHER, sealed));
  }

  @Test
  void an_origin_opens_for_its_own_account_only() {
    var origin = new Origin("192.0.2.7", "curl/8");

    var sealed = origins.seal(ALICE, origin);

    assertThat(origins.open(ALICE, sealed)).isEqualTo(origin);
    assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> origins.open(BOB, sealed));
  }

  @Test
  void an_unreadable_message_is_broken_and_is_not_quoted() {
    var sealed =
        sealing.seal("message", THIS.toString(), "{\"kind\":\"secret-1\"}".getBytes(UTF_8));

    assertThatExceptionOfType(SealBroken.class)
        .isThrownBy(() -> messages.open(THIS, sealed))
        .withMessageNotContaining("secret-1")
        .withNoCause();
  }
}
