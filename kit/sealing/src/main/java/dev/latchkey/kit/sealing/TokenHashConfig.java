package dev.latchkey.kit.sealing;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of {@link LookupHash}: a ring, as {@link SealingConfig.Ring} is one. To rotate: add a
 * key everywhere, then make it current; the old one goes when nothing is left that it has hashed.
 */
@ConfigMapping(prefix = "latchkey.token-hash")
public interface TokenHashConfig {

  /** Id of the key that new hashes are made with. Without it {@link #key} is. */
  Optional<String> current();

  /** Key id to 32 random bytes in base64. */
  Map<String, String> keys();

  /** The only key of an installation from before there was a ring; look-ups try it, too. */
  Optional<String> key();
}
