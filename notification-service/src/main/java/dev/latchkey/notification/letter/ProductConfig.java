package dev.latchkey.notification.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the mails call the product, and where its people find help. */
@ConfigMapping(prefix = "latchkey.product")
public interface ProductConfig {

  /** The product's name as its users know it. */
  @WithDefault("Latchkey")
  String name();

  /** Where people find help when they can't help themselves: an address or a page. */
  @WithDefault("support@latchkey.test")
  String support();
}
