package dev.latchkey.auth.edge;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Counts how many edge decisions were quick: each request of the public API waits for one. Only of
 * them, so that no other endpoint's series multiply.
 */
@Singleton
class EdgeBounds {

  private static final String REQUESTS = "http.server.requests";
  private static final String EDGE = "/internal/edge/{path}";
  private static final double[] BOUNDS =
      Stream.of(5, 25, 100, 500)
          .map(Duration::ofMillis)
          .mapToDouble(bound -> (double) bound.toNanos())
          .toArray();

  @Produces
  @Singleton
  MeterFilter bounds() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS) && EDGE.equals(id.getTag("uri"))
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BOUNDS)
                .build()
                .merge(config)
            : config;
      }
    };
  }
}
