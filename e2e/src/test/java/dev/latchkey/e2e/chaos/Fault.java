package dev.latchkey.e2e.chaos;

import dev.latchkey.contracts.endpoint.Owner;
import java.util.function.Function;

/** What breaks in a round. */
enum Fault {
  AUTH_KILLED(setting -> Killing.of(setting, Owner.AUTH)),
  MFA_KILLED(setting -> Killing.of(setting, Owner.MFA)),
  TOKEN_KILLED(setting -> Killing.of(setting, Owner.TOKEN)),
  NOTIFICATION_KILLED(setting -> Killing.of(setting, Owner.NOTIFICATION)),
  GATEWAY_KILLED(Killing::ofGateway),
  KILLED_BETWEEN_COMMIT_AND_PUBLISH(ExactKilling::betweenCommitAndPublish),
  KILLED_BETWEEN_PUBLISH_AND_DELETE(ExactKilling::betweenPublishAndDelete),
  KILLED_BETWEEN_HEARING_AND_EFFECT(ExactKilling::betweenHearingAndEffect),
  KILLED_BETWEEN_EFFECT_AND_OFFSET(ExactKilling::betweenEffectAndOffset),
  POSTGRES_PAUSED(setting -> StoreTrouble.pause(setting, "postgres")),
  REDIS_PAUSED(setting -> StoreTrouble.pause(setting, "redis")),
  KAFKA_PAUSED(setting -> StoreTrouble.pause(setting, "kafka")),
  POSTGRES_KILLED(setting -> StoreTrouble.kill(setting, "postgres")),
  REDIS_KILLED(setting -> StoreTrouble.kill(setting, "redis")),
  /** Kafka lives in the process of all stores and mailboxes: it is stopped and started. */
  KAFKA_RESTARTED(setting -> StoreTrouble.restart(setting, "kafka")),
  REDIS_FLUSHED(RedisLoss::flush),
  REDIS_LOST_WRITES(RedisLoss::ofLastWrites),
  MESSAGES_DUPLICATED(Mischief::duplicating),
  MESSAGES_REORDERED(Mischief::reordering),
  MESSAGES_POISONED(Mischief::poisoning);

  private final Function<Setting, Blow> arming;

  Fault(Function<Setting, Blow> arming) {
    this.arming = arming;
  }

  /** Makes it ready. */
  Blow arm(Setting setting) {
    return arming.apply(setting);
  }

  /** True when sessions may be gone that nobody ended: people sign in again. */
  boolean losesSessions() {
    return this == REDIS_FLUSHED || this == REDIS_LOST_WRITES || this == REDIS_KILLED;
  }
}
