package dev.latchkey.web.visit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The pages, as an operator may turn them. */
@ConfigMapping(prefix = "latchkey.web")
public interface WebConfig {

  /** Signs what forms carry: 32 random bytes in base64, the same in every replica. */
  String formKey();

  /**
   * This service's private key, a P-256 JWK whose public half auth-service knows as {@code web}.
   */
  String serviceKey();

  /** What to do where the public address is not https. */
  @WithDefault("refused")
  PlainHttp plainHttp();

  /** Cookies that are safe need https. */
  enum PlainHttp {
    /** Do not start. */
    REFUSED,
    /** Start where the public address is this machine's own; cookies have other names then. */
    LOOPBACK
  }
}
