package dev.latchkey.web.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The platform said no. A form shows it beside the field; elsewhere it becomes a page. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String SESSION_OVER = "unauthorized";

  /** The error body of the API (docs/errors.md). */
  record Body(@Nullable String id, @Nullable String message, @Nullable Challenge challenge) {}

  /** A sign-in whose second factor is due. */
  public record Challenge(String id, long expiresIn, List<String> methods) {
    @Override
    public String toString() {
      return "Challenge[redacted]";
    }
  }

  private final int status;
  private final String id;
  private final String words;
  private final long retryAfter;
  private final @Nullable transient Challenge challenge;

  Refusal(int status, String id, String words, long retryAfter, @Nullable Challenge challenge) {
    super(status + " " + id, null, false, false);
    this.status = status;
    this.id = id;
    this.words = words;
    this.retryAfter = retryAfter;
    this.challenge = challenge;
  }

  public int status() {
    return status;
  }

  /** The catalogue's word for it. */
  public String id() {
    return id;
  }

  public boolean is(String other) {
    return id.equals(other);
  }

  /** What the API says to people; may begin with a field's name and a colon. */
  public String words() {
    return words;
  }

  /** Seconds until it is worth another try; 0 when the platform did not say. */
  public long retryAfter() {
    return retryAfter;
  }

  /** The sign-in to go on with, beside {@code two_factor}. */
  public @Nullable Challenge challenge() {
    return challenge;
  }

  /**
   * Itself, when a form can show it: also that the platform is away, so that nothing typed is lost.
   *
   * @throws Refusal when the session is over, which leads to the sign-in page
   */
  public Refusal orThrow() {
    if (is(SESSION_OVER)) {
      throw this;
    }
    return this;
  }
}
