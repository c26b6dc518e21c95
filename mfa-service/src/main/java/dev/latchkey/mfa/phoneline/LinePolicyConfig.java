package dev.latchkey.mfa.phoneline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is done about numbers that are no mobile phone's, by kind of line. */
@ConfigMapping(prefix = "latchkey.phone.policy")
public interface LinePolicyConfig {

  /** Internet phones. */
  @WithDefault("warn")
  Verdict voip();

  /** Fixed lines, pagers, free-phone numbers. */
  @WithDefault("refuse")
  Verdict landline();

  /** Premium, shared-cost and personal numbers. */
  @WithDefault("refuse")
  Verdict premium();

  /** Those of which nobody could say, as when the provider that knows is away. */
  @WithDefault("warn")
  Verdict unknown();

  /** What is done about a number. */
  enum Verdict {
    ALLOW,
    WARN,
    REFUSE
  }
}
