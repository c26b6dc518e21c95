package dev.latchkey.local.launcher.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** docs/metrics.md and the sources have the same metrics. */
class MetricsTest {

  @Test
  void every_meter_of_the_sources_is_on_the_page() {
    var listed = Metrics.listed();

    assertThat(Metrics.meters())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            meter -> assertThat(listed).as(meter).anyMatch(name -> Metrics.is(name, meter)));
  }

  @Test
  void every_metric_of_ours_on_the_page_is_in_the_sources() {
    var meters = Metrics.meters();

    assertThat(Metrics.listed())
        .filteredOn(name -> name.startsWith("latchkey_"))
        .allSatisfy(name -> assertThat(meters).as(name).anyMatch(each -> Metrics.is(name, each)));
  }
}
