package dev.latchkey.e2e.chaos;

import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.store.Barrier;
import dev.latchkey.e2e.store.HeldRelay;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/**
 * {@code kill -9} of one of the services at one exact point. When no deed brings it there in time,
 * it is killed where it is.
 */
final class ExactKilling {

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(4));
  private static final String OUTBOX = "select count(*) from outbox";
  private static final String INBOX = "select count(*) from inbox";

  private ExactKilling() {}

  static Blow betweenCommitAndPublish(Setting setting) {
    var owner = setting.oneOf(Owner.values());
    var held = HeldRelay.of(setting.platform().postgres(), owner);
    return kill(setting, owner, () -> number(setting, owner, OUTBOX) > 0, held::close);
  }

  static Blow betweenPublishAndDelete(Setting setting) {
    var owner = setting.oneOf(Owner.values());
    var barrier = Barrier.beforeOutboxDelete(setting.platform().postgres(), owner);
    return kill(setting, owner, barrier::reached, barrier::close);
  }

  static Blow betweenHearingAndEffect(Setting setting) {
    var owner = setting.oneOf(Owner.values());
    var barrier = Barrier.beforeEffect(setting.platform().postgres(), owner);
    return kill(setting, owner, barrier::reached, barrier::close);
  }

  /** An offset is committed every second, so a kill right after the effect mostly comes before. */
  static Blow betweenEffectAndOffset(Setting setting) {
    var owner = setting.oneOf(Owner.TOKEN, Owner.NOTIFICATION, Owner.MFA);
    long effects = number(setting, owner, INBOX);
    return kill(setting, owner, () -> number(setting, owner, INBOX) > effects, () -> {});
  }

  private interface There {
    boolean reached();
  }

  private static Blow kill(Setting setting, Owner owner, There there, Runnable release) {
    var service = setting.platform().service(owner);
    return new Blow() {
      private long killed;

      @Override
      public void strike() {
        try {
          await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(there::reached);
        } catch (ConditionTimeoutException nobodyCame) {
          // Then it is a kill like any other.
        }
        killed = service.kill();
        release.run();
      }

      @Override
      public void close() {
        release.run();
        service.awaitRevival(killed);
      }
    };
  }

  private static long number(Setting setting, Owner owner, String query) {
    return setting.platform().postgres().number(owner, query);
  }
}
