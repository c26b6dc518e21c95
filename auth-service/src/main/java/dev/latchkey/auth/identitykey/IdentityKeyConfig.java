package dev.latchkey.auth.identitykey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When identity keys change. */
@ConfigMapping(prefix = "latchkey.identity-key")
public interface IdentityKeyConfig {

  /** A key signs for so long before the next one takes over by itself. */
  @WithDefault("P30D")
  Duration rotateEvery();

  /**
   * A new key is published for so long before it signs. Services fetch the keys once a minute and
   * an unknown key makes them fetch no sooner, so it has to be well over a minute.
   */
  @WithDefault("PT2M")
  Duration publishLead();

  /** The old key stays published for so long after the last identity it signed is over. */
  @WithDefault("PT2M")
  Duration overlap();

  /** How often a replica looks for what the others did, should the bell not have rung. */
  @WithDefault("PT5S")
  Duration reload();
}
