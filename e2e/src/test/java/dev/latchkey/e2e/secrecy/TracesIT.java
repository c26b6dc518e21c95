package dev.latchkey.e2e.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Services that tell all they do to a collector of traces tell it no secret and no address. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 1)
@Isolated
class TracesIT {

  private static final Duration SOON = Slack.of(Duration.ofSeconds(30));

  private final Platform platform;

  TracesIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  @Tag("attack-24")
  @Tag("attack-72")
  void no_span_has_a_secret_or_an_address() {
    try (var collector = new Collector();
        var traced = platform.wholeWayIn("traced", (program, like) -> tracing(collector))) {
      var erin = platform.people(traced.api()).signedUp("erin");
      WholeLife.of(erin, traced.api(), platform.phone("1001"));
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(Stream.of(Owner.values()))
                  .allMatch(owner -> collector.heardOf(owner.service())));

      var search = new Search(Known.secrets(), erin.authenticator().handedOut());
      var addresses = new AddressSearch(Known.addresses());
      for (var batch : collector.batches()) {
        search.in("traces", batch);
        addresses.in("traces", batch);
      }

      assertThat(search.finds()).isEmpty();
      assertThat(addresses.finds()).isEmpty();
      assertThat(collector.batches()).anyMatch(batch -> batch.contains("/account/two-factor"));
    }
  }

  private static Map<String, String> tracing(Collector collector) {
    return Map.of(
        "LATCHKEY_OTEL_DISABLED", "false",
        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(),
        "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf");
  }
}
