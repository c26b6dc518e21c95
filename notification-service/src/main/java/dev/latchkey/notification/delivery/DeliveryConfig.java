package dev.latchkey.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deliveries are shared among processes. */
@ConfigMapping(prefix = "latchkey.delivery")
public interface DeliveryConfig {

  /** Who claimed a delivery and is silent that long is taken for dead. Well above any timeout. */
  @WithDefault("PT2M")
  Duration claim();
}
