package dev.latchkey.kit.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.kit.outbox.Doing;
import dev.latchkey.kit.outbox.Facts;
import dev.latchkey.kit.testkit.RealStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BacklogTest {

  private static final String ROWS = "latchkey.outbox.rows";
  private static final String OLDEST = "latchkey.outbox.oldest.seconds";
  private static final Duration SOON = Duration.ofSeconds(40);

  private static final Logger LOG = Logger.getLogger(Backlog.class.getName());

  @Inject Doing doing;
  @Inject Backlog backlog;
  @Inject MeterRegistry meters;

  private final Complaints complaints = new Complaints();

  @BeforeEach
  void listen() {
    LOG.addHandler(complaints);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(complaints);
  }

  @Test
  @Tag("attack-67")
  void facts_that_wait_are_seen_on_the_gauges_and_after_a_minute_in_the_log() throws Exception {
    awaitNothingWaits();
    try (var hanging = RealStores.kafka().paused()) {
      for (int i = 0; i < 3; i++) {
        int left = i;
        var unused = Doing.run(() -> doing.say(Facts.codeUsed(Facts.anAccount(), left)));
      }

      await().atMost(SOON).until(() -> gauge(ROWS) == 3 && gauge(OLDEST) > 0);
      var before = gauge(OLDEST);
      await().atMost(SOON).until(() -> gauge(OLDEST) > before);
      assertThat(complaints.texts).isEmpty();

      assertThat(haveWaited("61 seconds")).isEqualTo(3);
      await().atMost(SOON).until(() -> gauge(OLDEST) > 61 && !complaints.texts.isEmpty());
      for (int i = 0; i < 20; i++) {
        measured();
      }
      assertThat(complaints.texts).hasSize(1);
      assertThat(complaints.texts.getFirst()).contains("outcome=stuck", "rows=3");
    }

    awaitNothingWaits();
    assertThat(gauge(ROWS)).isZero();
    assertThat(gauge(OLDEST)).isZero();
  }

  private void awaitNothingWaits() {
    await().atMost(SOON).until(() -> gauge(ROWS) == 0 && gauge(OLDEST) == 0);
  }

  /** The gauge after one more look at the table. */
  private double gauge(String name) {
    measured();
    return meters.get(name).gauge().value();
  }

  private void measured() {
    backlog.measure();
    try {
      // It looks in the background; what comes late is seen with the next look.
      Thread.sleep(50);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What waits has waited for longer. The relay's open transaction has read the rows, not locked.
   */
  private static int haveWaited(String longer) throws SQLException {
    try (var connection = RealStores.database("mfa");
        var update = connection.createStatement()) {
      return update.executeUpdate(
          "update outbox set appended_at = appended_at - interval '" + longer + "'");
    }
  }

  /** The errors that are logged. */
  private static final class Complaints extends Handler {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
        texts.add(
            line instanceof org.jboss.logmanager.ExtLogRecord known
                ? known.getFormattedMessage()
                : line.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
