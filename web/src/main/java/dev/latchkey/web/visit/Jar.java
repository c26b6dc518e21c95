package dev.latchkey.web.visit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/**
 * The cookies. Their prefix has browsers take them from this host over https alone, so that no
 * neighbour can plant one (RFC 6265bis section 4.1.3.2). No script reads them, no other site's
 * request but a plain link brings them along.
 */
@Singleton
public class Jar {

  /** What a cookie is for, and how long a browser may keep it. */
  public enum Kind {
    /** The session's token: lives as long as the session, at most. */
    SESSION("", Duration.ofDays(30)),
    /** A browser that showed a second factor before. */
    DEVICE("-device", Duration.ofDays(90)),
    /** A sign-in whose second factor is due. */
    CHALLENGE("-challenge", Duration.ofMinutes(10)),
    /** A set-up of two-factor that waits for its first code; sealed. */
    ENROLMENT("-enrolment", Duration.ofMinutes(10)),
    /** Ties forms to the browser that got them. */
    FORMS("-forms", Duration.ofDays(30));

    private final String suffix;
    private final Duration life;

    Kind(String suffix, Duration life) {
      this.suffix = suffix;
      this.life = life;
    }
  }

  private static final String SAFE = "__Host-latchkey";
  private static final String ON_LOOPBACK = "latchkey-dev";

  private final boolean https;

  Jar(PublicUrl url) {
    this.https = url.https();
  }

  /** The name that this kind of cookie has here. */
  public String name(Kind kind) {
    return (https ? SAFE : ON_LOOPBACK) + kind.suffix;
  }

  /** A cookie to set. */
  public NewCookie keep(Kind kind, String value) {
    return cookie(kind, value, kind.life);
  }

  /** A cookie to set for a while. */
  public NewCookie keep(Kind kind, String value, Duration life) {
    return cookie(kind, value, life);
  }

  /** Takes a cookie away. */
  public NewCookie drop(Kind kind) {
    return cookie(kind, "", Duration.ZERO);
  }

  private NewCookie cookie(Kind kind, String value, Duration life) {
    return new NewCookie.Builder(name(kind))
        .value(value)
        .path("/")
        .maxAge(Math.toIntExact(life.toSeconds()))
        .secure(https)
        .httpOnly(true)
        .sameSite(SameSite.LAX)
        .build();
  }
}
