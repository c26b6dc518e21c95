package dev.latchkey.notification.twilio;

import java.time.Duration;

/**
 * What came back for one request.
 *
 * @param <T> what was asked for
 */
public sealed interface Reply<T> {

  /** It was done. */
  record Done<T>(T value) implements Reply<T> {}

  /**
   * It was not done and will not be, however often it is asked for.
   *
   * @param status of HTTP
   * @param code Twilio's own; 0 when it gave none
   */
  record Refused<T>(int status, int code) implements Reply<T> {}

  /** It was not done: too much is asked for at once. */
  record Busy<T>(Duration retryAfter) implements Reply<T> {}

  /** It was not done: no connection was made. */
  record Unreached<T>() implements Reply<T> {}

  /** Something broke over there, and it says so; most likely it was not done. */
  record Broken<T>(int status) implements Reply<T> {}

  /** The request went out and nothing came back: nobody knows whether it was done. */
  record Silence<T>() implements Reply<T> {}
}
