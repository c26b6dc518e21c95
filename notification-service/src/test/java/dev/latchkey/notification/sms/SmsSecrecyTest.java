package dev.latchkey.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.notification.Rows;
import dev.latchkey.notification.TwilioMood;
import dev.latchkey.notification.TwilioThatSendsNothing;
import dev.latchkey.notification.WithTwilio;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithTwilio.class)
class SmsSecrecyTest {

  @Inject MessageSeal seal;
  @Inject MovableClock clock;

  private final Sms sms = Sms.some();

  @BeforeEach
  void all_is_well() {
    TwilioThatSendsNothing.reset(clock);
  }

  @Test
  void number_and_code_are_in_no_log_no_table_and_no_event() {
    var lines = new Lines();
    Logger.getLogger("").addHandler(lines);
    try {
      TwilioThatSendsNothing.moods(
          TwilioThatSendsNothing.FIRST, TwilioMood.refuses(400, 21606), TwilioMood.IS_SILENT);
      sms.ask(seal, clock);
      Sms.await(() -> !sms.state().isEmpty());
      assertThat(row()).allSatisfy(this::isSecret);
      sms.settles("sent");
      TwilioThatSendsNothing.moods(TwilioThatSendsNothing.FIRST, TwilioMood.refuses(400, 21211));
      TwilioThatSendsNothing.moods(TwilioThatSendsNothing.SECOND, TwilioMood.refuses(400, 21211));
      var other = new Sms(sms.account(), Sms.some().id(), sms.number(), sms.code());
      other.ask(seal, clock);
      other.settles("failed");
    } finally {
      Logger.getLogger("").removeHandler(lines);
    }

    assertThat(row()).hasSize(2).allSatisfy(this::isSecret);
    assertThat(lines.said)
        .anyMatch(line -> line.contains(sms.id().toString()))
        .allSatisfy(this::isSecret)
        .noneMatch(line -> line.contains("4915112345678"));
    try (var log = EventLog.of(Topic.DELIVERY)) {
      assertThat(log.await(said -> said.key().equals(sms.account().toString())).json())
          .satisfies(this::isSecret);
    }
  }

  private List<String> row() {
    return Rows.of("select d::text from delivery d where account = '" + sms.account() + "'");
  }

  private void isSecret(String text) {
    assertThat(text).doesNotContain(sms.number().substring(1), sms.code());
  }

  private static final class Lines extends Handler {

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      said.add(
          "%s %s %s"
              .formatted(
                  line.getMessage(), Arrays.toString(line.getParameters()), line.getThrown()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
