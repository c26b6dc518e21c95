package dev.latchkey.auth.housekeeping;

import dev.latchkey.auth.redis.RedisScript;
import dev.latchkey.auth.session.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * How many sessions there are, for those who run the platform. Nobody counts them: a counter would
 * be wrong after every fail-over, and to walk through all costs by their number. So keys are drawn
 * by chance, and their share of sessions is taken for the whole's: within a tenth, nearly always,
 * where sessions are half of all keys.
 */
@ApplicationScoped
public class SessionsAlive {

  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Redis answers nobody else meanwhile: some 1.2 ms. */
  private static final int DRAWN = 1000;

  /** ARGV: how many to draw. Answers how many of them are sessions, and how many keys there are. */
  private static final String DRAW =
      """
      local sessions = 0
      for i = 1, ARGV[1] do
        local key = redis.call('RANDOMKEY')
        if key and string.sub(key, 1, %d) == '%s' then sessions = sessions + 1 end
      end
      return {sessions, redis.call('DBSIZE')}
      """
          .formatted(Sessions.PREFIX.length(), Sessions.PREFIX);

  private final RedisScript draw;
  private final Vertx vertx;
  private volatile double estimate = Double.NaN;
  private volatile long timer;

  SessionsAlive(RedisAPI redis, Vertx vertx, MeterRegistry meters) {
    this.draw = new RedisScript(redis, DRAW);
    this.vertx = vertx;
    meters.gauge("latchkey.sessions.alive", this, alive -> alive.estimate);
  }

  void start(@Observes StartupEvent event) {
    look();
    timer = vertx.setPeriodic(EVERY.toMillis(), tick -> look());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  /** An estimate of how many there are now. */
  public Uni<Double> estimate() {
    return draw.run(List.of(), List.of(Integer.toString(DRAWN)))
        .map(drawn -> drawn.get(0).toDouble() / DRAWN * drawn.get(1).toLong());
  }

  private void look() {
    estimate()
        .subscribe()
        .with(
            sessions -> estimate = sessions,
            away -> {
              estimate = Double.NaN;
              Log.debugf("sessions not counted cause=%s", away.getClass().getSimpleName());
            });
  }
}
