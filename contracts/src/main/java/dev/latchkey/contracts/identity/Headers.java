package dev.latchkey.contracts.identity;

import java.util.List;
import java.util.Set;

/** Names of the HTTP headers that have a meaning of their own here. */
public final class Headers {

  /** Signed identity, from the edge to the service that owns the path. Never from outside. */
  public static final String IDENTITY = "Latchkey-Identity";

  /**
   * The token the caller presented; only on the two paths that echo it, and on the one where the
   * command line waits for its sign-in. Never from outside.
   */
  public static final String PRESENTED_TOKEN = "Latchkey-Presented-Token";

  /** Original method of a request that the gateway asks the edge about. Never from outside. */
  public static final String ORIGINAL_METHOD = "Latchkey-Original-Method";

  /** Credential of the calling service on an internal port. Never from outside. */
  public static final String SERVICE = "Latchkey-Service";

  /**
   * Service credential of {@code web}, beside a person's own credential: from it alone the edge
   * believes the two that follow.
   */
  public static final String WEB = "Latchkey-Web";

  /** The real client's address, believed only from {@code web}'s service credential. */
  public static final String CLIENT_IP = "Latchkey-Client-Ip";

  /** The real client's user agent, believed only from {@code web}'s service credential. */
  public static final String CLIENT_AGENT = "Latchkey-Client-Agent";

  /** A sign-in whose password was right and whose second factor is still due. */
  public static final String CHALLENGE = "Latchkey-Challenge";

  /** A device that completed a sign-in with a second factor before. */
  public static final String DEVICE = "Latchkey-Device";

  /** The account's password, as step-up. */
  public static final String PASSWORD = "Heroku-Password";

  /** A TOTP, SMS or recovery code, at sign-in or as step-up. */
  public static final String TWO_FACTOR_CODE = "Heroku-Two-Factor-Code";

  /** {@code true} beside {@code 403 two_factor}. */
  public static final String TWO_FACTOR_REQUIRED = "Heroku-Two-Factor-Required";

  /** Comma-separated; echoed or made. */
  public static final String REQUEST_ID = "Request-Id";

  /** Headers only the platform itself may set: the gateway strips them before anything else. */
  public static final Set<String> INTERNAL =
      Set.of(IDENTITY, PRESENTED_TOKEN, ORIGINAL_METHOD, SERVICE);

  /** Credentials of the client: the gateway shows them to the edge and to nobody else. */
  public static final Set<String> CREDENTIALS =
      Set.of("Authorization", "Cookie", PASSWORD, TWO_FACTOR_CODE, CHALLENGE, DEVICE);

  /**
   * What {@code web} says of the person it asks for. Anybody can send these, so the gateway shows
   * them to the edge, which alone can tell, and to nobody else.
   */
  public static final Set<String> FROM_WEB = Set.of(WEB, CLIENT_IP, CLIENT_AGENT);

  /** What the gateway forwards to the edge, by name; everything else stays behind. */
  public static final List<String> TO_EDGE =
      List.of(
          "Authorization",
          "Cookie",
          PASSWORD,
          TWO_FACTOR_CODE,
          CHALLENGE,
          DEVICE,
          "Origin",
          "Sec-Fetch-Site",
          "User-Agent",
          REQUEST_ID,
          "X-Forwarded-For",
          WEB,
          CLIENT_IP,
          CLIENT_AGENT);

  /**
   * What a service gets from the edge's answer, by name. The last two are there only for a request
   * that {@code web} made: they take the place of {@code web}'s own, so that no service has to know
   * of it.
   */
  public static final List<String> FROM_EDGE =
      List.of(IDENTITY, PRESENTED_TOKEN, "X-Forwarded-For", "User-Agent");

  private Headers() {}
}
