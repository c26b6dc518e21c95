package io.vertx.redis.client.impl.types;

/** What the Redis client, which this module does not have, makes of an error that Redis answers. */
public final class ErrorType extends Throwable {

  private static final long serialVersionUID = 1L;

  public ErrorType(String message) {
    super(message);
  }
}
