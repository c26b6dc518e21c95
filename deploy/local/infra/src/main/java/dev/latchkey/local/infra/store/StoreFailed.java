package dev.latchkey.local.infra.store;

/** A server did not come up. The message says why, in one line, to a person. */
public final class StoreFailed extends Exception {

  private static final long serialVersionUID = 1L;

  public StoreFailed(String message) {
    super(message);
  }

  public StoreFailed(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }
}
