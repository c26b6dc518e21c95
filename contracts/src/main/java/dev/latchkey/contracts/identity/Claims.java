package dev.latchkey.contracts.identity;

/**
 * Claims of the identity JWT that the edge signs for a request. Besides these it has {@code iss},
 * {@code aud}, {@code sub} (account id), {@code iat} and {@code exp}; an identity with step-up
 * claims also {@code jti}, {@link #METHOD} and {@link #PATH}, and is for one request only.
 */
public final class Claims {

  /** Issuer of identities: the edge. */
  public static final String ISSUER = "latchkey-edge";

  /** Audience of identities: every service. */
  public static final String AUDIENCE = "latchkey";

  /** JOSE {@code typ} of an identity: another kind of JWT under the same key is not one. */
  public static final String IDENTITY_TYPE = "identity+jwt";

  /** JOSE {@code typ} of a service credential. */
  public static final String SERVICE_TYPE = "svc+jwt";

  /** {@link CredentialKind#text()}. */
  public static final String KIND = "kind";

  /** Id of the credential: of the session, the authorization or the API key. */
  public static final String CREDENTIAL = "cid";

  /**
   * Id of the token of an authorization, which is another one after a rotation: whoever was let in
   * with the token before makes nothing any more.
   */
  public static final String TOKEN = "tid";

  /**
   * True when a token came in the place of a password to an endpoint that signs in: what it makes
   * is a sign-in. Only in an identity for one request.
   */
  public static final String AS_PASSWORD = "as_pwd";

  /** The account's epoch that the credential was checked against. An integer. */
  public static final String EPOCH = "epoch";

  /** Space-separated {@link Scope} words. */
  public static final String SCOPE = "scope";

  /** Methods proven by this credential or request: {@link Proof} words. A list (RFC 8176). */
  public static final String METHODS = "amr";

  /** When the password was proven in this request. Seconds since 1970; step-up. */
  public static final String PASSWORD_AT = "pwd_at";

  /** When this credential or request last showed a second factor, SMS not counted. Seconds. */
  public static final String FACTOR_AT = "otp_at";

  /** True when the account has a second factor, as the edge knows it. */
  public static final String TWO_FACTOR = "tfa";

  /** True when the credential may switch two-factor off: see docs/threat-model.md. */
  public static final String QUALIFIED = "qualified";

  /** Client address, for the security log. */
  public static final String CLIENT_IP = "ip";

  /** Client's user agent, cut to 200 characters, for the security log. */
  public static final String CLIENT_AGENT = "agent";

  /** Method of the one request that an identity with step-up claims is for. */
  public static final String METHOD = "htm";

  /** Path of the one request that an identity with step-up claims is for. */
  public static final String PATH = "htp";

  /**
   * The sign-in that waits for its second factor, where the request came with its challenge: the
   * challenge's id, which opens nothing. Only in a {@link CredentialKind#FIRST_FACTOR} identity.
   */
  public static final String CHALLENGE = "challenge";

  private Claims() {}
}
